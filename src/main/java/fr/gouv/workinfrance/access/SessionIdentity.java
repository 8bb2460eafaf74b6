package fr.gouv.workinfrance.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/// Keeps in the session who it is and since when, and nothing else: no class of a framework, so
/// that an upgrade signs nobody out. A session lasts twelve hours at most, however busy.
@Component
@SuppressWarnings("deprecation") // the interface still demands one method that it has deprecated
final class SessionIdentity implements SecurityContextRepository {

    static final String ATTRIBUTE = "wif.signed-in";
    static final Duration LONGEST = Duration.ofHours(12);

    private final Clock clock;

    SessionIdentity(Clock clock) {
        this.clock = clock;
    }

    /// All that a session holds.
    record SignedIn(Account account, Instant at) implements Serializable {}

    static Authentication authentication(Account account) {
        return UsernamePasswordAuthenticationToken.authenticated(account, null, List.of());
    }

    @Override
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        return load(exchange.getRequest());
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(SingletonSupplier.of(() -> load(request)));
    }

    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var authentication = context.getAuthentication();
        var session = request.getSession(false);
        if (authentication != null && authentication.getPrincipal() instanceof Account account) {
            var begun = request.getSession(true);
            begun.setAttribute(ATTRIBUTE, new SignedIn(account, clock.instant()));
            // by which all the sessions of one person are found
            begun.setAttribute(
                    FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                    account.id().toString());
        } else if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return signedIn(request) != null;
    }

    private SecurityContext load(HttpServletRequest request) {
        var context = SecurityContextHolder.createEmptyContext();
        var signedIn = signedIn(request);
        if (signedIn == null) {
            return context;
        }
        if (clock.instant().isBefore(signedIn.at().plus(LONGEST))) {
            context.setAuthentication(authentication(signedIn.account()));
        } else {
            request.getSession().invalidate();
        }
        return context;
    }

    private static @Nullable SignedIn signedIn(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof SignedIn signedIn
                ? signedIn
                : null;
    }

    private record Deferred(Supplier<SecurityContext> context) implements DeferredSecurityContext {

        @Override
        public SecurityContext get() {
            return context.get();
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
