package fr.gouv.workinfrance.access;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Which grants open which part of the site. They are read at each request, once, and not kept: one
/// that ends shuts the door at the next click.
@Component
public final class Roles {

    private static final String GRANTS = Roles.class.getName() + ".grants";
    private static final Set<String> DESK = Set.of("caseworker", "signatory");
    private static final Set<String> CONSULTED = Set.of("member", "head", "caseworker");

    private final Grants grants;

    Roles(Grants grants) {
        this.grants = grants;
    }

    AuthorizationManager<RequestAuthorizationContext> desk() {
        return holding(grant -> DESK.contains(grant.relation()));
    }

    /// Whoever works in a service that may be asked for its opinion, or told of a request.
    AuthorizationManager<RequestAuthorizationContext> consultee() {
        return holding(
                grant ->
                        CONSULTED.contains(grant.relation())
                                && grant.scope().kind().equals("office"));
    }

    AuthorizationManager<RequestAuthorizationContext> signatory() {
        return holding(grant -> grant.relation().equals("signatory"));
    }

    AuthorizationManager<RequestAuthorizationContext> head() {
        return holding(
                grant -> grant.relation().equals("head") && grant.scope().kind().equals("office"));
    }

    AuthorizationManager<RequestAuthorizationContext> counter() {
        return holding(
                grant ->
                        grant.relation().equals("counter")
                                && grant.scope().kind().equals("office"));
    }

    AuthorizationManager<RequestAuthorizationContext> administrator() {
        return holding(
                grant ->
                        grant.relation().equals("administrator")
                                && grant.scope().equals(Scope.HOUSE));
    }

    private AuthorizationManager<RequestAuthorizationContext> holding(Predicate<Grant> opens) {
        return (authentication, context) ->
                new AuthorizationDecision(
                        authentication.get().getPrincipal() instanceof Account account
                                && of(account, context.getRequest()).stream().anyMatch(opens));
    }

    /// What the person now holds, read once for a request.
    public List<Grant> of(Account account, HttpServletRequest request) {
        if (request.getAttribute(GRANTS) instanceof Held held && held.by().equals(account)) {
            return held.grants();
        }
        var held = new Held(account, grants.of(account.id()));
        request.setAttribute(GRANTS, held);
        return held.grants();
    }

    private record Held(Account by, List<Grant> grants) {}
}
