package fr.gouv.workinfrance.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// The browser's side of signing in: which challenge it may answer, and who it then is.
@Component
public class SignInSession {

    private final SessionIdentity identity;
    private final CsrfTokenRepository formTokens;
    private final Cookies cookies;
    private final Clock clock;

    SignInSession(
            SessionIdentity identity,
            CsrfTokenRepository formTokens,
            Cookies cookies,
            Clock clock) {
        this.identity = identity;
        this.formTokens = formTokens;
        this.cookies = cookies;
        this.clock = clock;
    }

    /// Binds a challenge to this browser, until it expires.
    public void remember(HttpServletResponse response, Challenge.Mailed challenge) {
        var life = Duration.between(clock.instant(), challenge.until());
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookies.challenge(challenge.id().toString(), life).toString());
    }

    /// The challenge that this browser asked for, if any.
    public Optional<UUID> challenge(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, cookies.challenge());
        if (cookie == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(cookie.getValue()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Signs this browser in. The session it had, if any, ends: an id that somebody else planted is
    /// worth nothing. So do its form tokens.
    public void open(HttpServletRequest request, HttpServletResponse response, Account account) {
        end(request);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SessionIdentity.authentication(account));
        SecurityContextHolder.setContext(context);
        identity.saveContext(context, request, response);
        forget(request, response);
    }

    /// Signs this browser out.
    public void close(HttpServletRequest request, HttpServletResponse response) {
        end(request);
        SecurityContextHolder.clearContext();
        forget(request, response);
    }

    private void forget(HttpServletRequest request, HttpServletResponse response) {
        formTokens.saveToken(null, request, response);
        if (challenge(request).isPresent()) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE, cookies.challenge("", Duration.ZERO).toString());
        }
    }

    private static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
