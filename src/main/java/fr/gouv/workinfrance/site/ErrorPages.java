package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.employer.IllegalChange;
import fr.gouv.workinfrance.employer.mandate.StaleMandate;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Pages for what went wrong: they say what happened and what to do, never how it is built.
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    private static final String ERROR = "site/visitor/error";
    private static final HttpStatus AWAY = HttpStatus.SERVICE_UNAVAILABLE;

    /// Those that have words of their own; the others borrow the words of 400 or of 500.
    private static final Set<Integer> TOLD =
            Set.of(400, 403, 404, 405, 409, 413, 415, 429, 500, 503);

    private final SitePages pages;
    private final MessageSource words;

    ErrorPages(SitePages pages, MessageSource words) {
        this.pages = pages;
        this.words = words;
    }

    /// What the container, or a filter, refused.
    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = HttpStatus.resolve(code instanceof Integer known ? known : 404);
        return told(request, status == null || !status.isError() ? HttpStatus.BAD_REQUEST : status);
    }

    /// The database does not answer: neither does this page ask it anything.
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    Object away(HttpServletRequest request) {
        String why = "site.error.503";
        return json(request)
                ? message(request, AWAY, why)
                : pages.plain(ERROR, Map.of("status", 503, "why", why), AWAY);
    }

    /// What the pages do not offer, or what someone has done meanwhile.
    @ExceptionHandler(IllegalMove.class)
    Object illegal(IllegalMove illegal, HttpServletRequest request) {
        return told(request, HttpStatus.CONFLICT, "site.error.409." + illegal.why());
    }

    /// The same, of a company and those who act for it.
    @ExceptionHandler(IllegalChange.class)
    Object illegal(IllegalChange illegal, HttpServletRequest request) {
        return told(request, HttpStatus.CONFLICT, "site.error.409." + illegal.why());
    }

    /// A mandate that someone has answered or ended meanwhile.
    @ExceptionHandler(StaleMandate.class)
    Object stale(HttpServletRequest request) {
        return told(request, HttpStatus.CONFLICT, "site.error.409.MANDATE");
    }

    /// What is not there, or is not this person's to see.
    @ExceptionHandler(NotFound.class)
    Object notFound(HttpServletRequest request) {
        return told(request, HttpStatus.NOT_FOUND);
    }

    private Object told(HttpServletRequest request, HttpStatus status) {
        int known =
                TOLD.contains(status.value())
                        ? status.value()
                        : status.is4xxClientError() ? 400 : 500;
        return told(request, status, "site.error." + known);
    }

    private Object told(HttpServletRequest request, HttpStatus status, String why) {
        return json(request)
                ? message(request, status, why)
                : pages.page(ERROR, Map.of("status", status.value(), "why", why), status);
    }

    /// For scripts: the same words.
    private ResponseEntity<Map<String, Object>> message(
            HttpServletRequest request, HttpStatus status, String why) {
        Locale locale = LanguagePrefix.of(request).locale();
        String text =
                words.getMessage(why, null, locale)
                        + ". "
                        + words.getMessage(why + ".help", null, locale);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("status", status.value(), "message", text));
    }

    private static boolean json(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null
                && accepted.contains(MediaType.APPLICATION_JSON_VALUE)
                && !accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
