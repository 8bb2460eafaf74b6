package fr.gouv.workinfrance.access;

import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Lets a test ask for a page as somebody:
/// `mvc.get().uri("/mes-demandes").with(SignedIn.as(account))`.
public final class SignedIn {

    private SignedIn() {}

    public static RequestPostProcessor as(Account account) {
        return SecurityMockMvcRequestPostProcessors.authentication(
                SessionIdentity.authentication(account));
    }
}
