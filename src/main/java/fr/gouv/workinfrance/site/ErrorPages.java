package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.dossier.Reference;
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

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Pages for what went wrong: they say what happened and what to do, never how it is built.
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    private static final String ERROR = "site/visitor/error";
    private static final HttpStatus AWAY = HttpStatus.SERVICE_UNAVAILABLE;

    /// Those that have words of their own; the others borrow the words of 400 or of 500.
    private static final Set<Integer> TOLD =
            Set.of(400, 403, 404, 405, 409, 413, 415, 429, 500, 503);

    private static final Pattern DOSSIER =
            Pattern.compile("(?:/instruction|/signature)?/dossiers/(?<reference>[^/]+)");
    private static final Pattern WORDS = Pattern.compile("\\p{L}\\S*\\s+\\S*\\p{L}");

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
        return conflict(request, "site.error.409." + illegal.why());
    }

    /// The same, of a company and those who act for it.
    @ExceptionHandler(IllegalChange.class)
    Object illegal(IllegalChange illegal, HttpServletRequest request) {
        return conflict(request, "site.error.409." + illegal.why());
    }

    /// A mandate that someone has answered or ended meanwhile.
    @ExceptionHandler(StaleMandate.class)
    Object stale(HttpServletRequest request) {
        return conflict(request, "site.error.409.MANDATE");
    }

    /// What is not there, or is not this person's to see.
    @ExceptionHandler(NotFound.class)
    Object notFound(HttpServletRequest request) {
        return told(request, HttpStatus.NOT_FOUND);
    }

    /// What was not taken leads back to where it was said, and is given back to who typed it.
    private Object conflict(HttpServletRequest request, String why) {
        Map<String, Object> model = new HashMap<>();
        model.put("status", HttpStatus.CONFLICT.value());
        model.put("why", why);
        model.put("dossier", dossier(request));
        model.put("typed", typed(request));
        return json(request)
                ? message(request, HttpStatus.CONFLICT, why)
                : pages.page(ERROR, model, HttpStatus.CONFLICT);
    }

    /// The page of the dossier that the address names; empty when it names none, or is that page.
    private static String dossier(HttpServletRequest request) {
        String path = LanguagePrefix.path(request);
        Matcher named = DOSSIER.matcher(path);
        return named.lookingAt()
                        && Reference.read(named.group("reference")).isPresent()
                        && !(request.getMethod().equals("GET") && named.end() == path.length())
                ? named.group()
                : "";
    }

    /// The texts of a form: what has words, which no code, address or hash has. A file is none.
    private static List<String> typed(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                ? request.getParameterMap().values().stream()
                        .flatMap(Arrays::stream)
                        .filter(text -> WORDS.matcher(text).find())
                        .distinct()
                        .toList()
                : List.of();
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
