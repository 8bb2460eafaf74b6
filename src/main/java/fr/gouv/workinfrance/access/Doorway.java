package fr.gouv.workinfrance.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// What those who may not pass are answered. An address that is nobody's is a 404 to everyone,
/// signed in or not; the pages of errors themselves are the street's affair.
final class Doorway implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String NOWHERE = Doorway.class.getName() + ".nowhere";

    /// Refuses what no rule names, and remembers that this is why.
    static final AuthorizationManager<RequestAuthorizationContext> NOBODY =
            (authentication, context) -> {
                context.getRequest().setAttribute(NOWHERE, true);
                return new AuthorizationDecision(false);
            };

    /// Nobody is signed in: a page sends to the sign-in and back; a script is told 401; a form,
    /// whose content must not travel in an address, sends to the sign-in alone.
    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception)
            throws IOException {
        if (nowhere(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (script(request)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (reads(request)) {
            var query = request.getQueryString();
            var back = request.getRequestURI() + (query == null ? "" : "?" + query);
            var path = ReturnPath.of(back).value();
            redirect(
                    response,
                    HttpServletResponse.SC_FOUND,
                    request.getContextPath()
                            + "/connexion?retour="
                            + URLEncoder.encode(path, StandardCharsets.UTF_8));
        } else {
            redirect(
                    response,
                    HttpServletResponse.SC_SEE_OTHER,
                    request.getContextPath() + "/connexion");
        }
    }

    /// Somebody is signed in, or a form came without its token.
    @Override
    public void handle(
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException exception)
            throws IOException {
        response.sendError(
                nowhere(request)
                        ? HttpServletResponse.SC_NOT_FOUND
                        : HttpServletResponse.SC_FORBIDDEN);
    }

    private static void redirect(HttpServletResponse response, int status, String path) {
        response.setStatus(status);
        response.setHeader("Location", path);
    }

    private static boolean nowhere(HttpServletRequest request) {
        return request.getAttribute(NOWHERE) != null;
    }

    private static boolean reads(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                || HttpMethod.HEAD.matches(request.getMethod());
    }

    private static boolean script(HttpServletRequest request) {
        var mode = request.getHeader("Sec-Fetch-Mode");
        return mode != null && !mode.equals("navigate");
    }
}
