package fr.gouv.workinfrance.access;

import jakarta.servlet.http.Cookie;

import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/// Lets a test ask for a page as somebody:
/// `mvc.get().uri("/mes-demandes").with(SignedIn.as(account))`.
public final class SignedIn {

    private SignedIn() {}

    public static RequestPostProcessor as(Account account) {
        return SecurityMockMvcRequestPostProcessors.authentication(
                SessionIdentity.authentication(account));
    }

    /// The cookie of a real session, as a browser has it once signed in.
    public static <S extends Session> Cookie session(
            SessionRepository<S> sessions, Account account, Instant at) {
        S session = sessions.createSession();
        session.setAttribute(SessionIdentity.ATTRIBUTE, new SessionIdentity.SignedIn(account, at));
        sessions.save(session);
        return new Cookie(
                "wif",
                Base64.getEncoder()
                        .encodeToString(session.getId().getBytes(StandardCharsets.UTF_8)));
    }
}
