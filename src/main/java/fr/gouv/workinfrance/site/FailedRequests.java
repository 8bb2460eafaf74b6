package fr.gouv.workinfrance.site;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Set;

/// What fails outside of any page gets its page all the same: a form that nobody can read, of which
/// the container would write in the log what was typed; a database that does not answer, of which
/// the page of the error must not ask a session either.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class FailedRequests extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FailedRequests.class);
    private static final String AWAY = FailedRequests.class.getName() + ".away";

    private static final Set<Class<? extends Exception>> OF_AN_ABSENT_DATABASE =
            Set.of(
                    DataAccessResourceFailureException.class,
                    CannotCreateTransactionException.class,
                    TransactionSystemException.class);

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean known =
                request.getDispatcherType() == DispatcherType.ERROR
                        && request.getAttribute(AWAY) != null;
        try {
            chain.doFilter(known ? new Unknown(request) : request, response);
        } catch (ServletException | RuntimeException e) {
            int status = status(e);
            if (status == 0) {
                throw e;
            }
            if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
                LOG.error("the database does not answer: {}", e.getClass().getSimpleName());
                request.setAttribute(AWAY, true);
            }
            if (!response.isCommitted()) {
                response.sendError(status);
            }
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /// What it is answered with; 0 when it is none of these.
    private static int status(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidParameterException illegible) {
                return illegible.getErrorCode();
            }
            Throwable one = cause;
            if (OF_AN_ABSENT_DATABASE.stream().anyMatch(type -> type.isInstance(one))) {
                return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            }
        }
        return 0;
    }

    /// Nobody's request: it bears no session.
    private static final class Unknown extends HttpServletRequestWrapper {

        Unknown(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Cookie[] getCookies() {
            return new Cookie[0];
        }
    }
}
