package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.dossier.IllegalMove;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.Set;

/// Pages for what went wrong: they say what happened and what to do, never how it is built.
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    private static final Set<Integer> TOLD = Set.of(400, 403, 404, 405, 409, 413, 429, 500, 503);

    private final SitePages pages;

    ErrorPages(SitePages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    View error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer known ? known : 404;
        return error(HttpStatus.valueOf(TOLD.contains(status) ? status : status < 500 ? 400 : 500));
    }

    /// What the pages do not offer, or what someone has done meanwhile.
    @ExceptionHandler(IllegalMove.class)
    View illegal(IllegalMove illegal) {
        return pages.page(
                "site/visitor/error",
                Map.of("status", 409, "why", "site.error.409." + illegal.why()),
                HttpStatus.CONFLICT);
    }

    /// What is not there, or is not this person's to see.
    @ExceptionHandler(NotFound.class)
    View notFound() {
        return error(HttpStatus.NOT_FOUND);
    }

    private View error(HttpStatus status) {
        return pages.page(
                "site/visitor/error",
                Map.of("status", status.value(), "why", "site.error." + status.value()),
                status);
    }
}
