package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grant;
import fr.gouv.workinfrance.access.ReturnPath;
import fr.gouv.workinfrance.access.Roles;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes pages: a template of `src/main/jte`, its view, and the shell around it.
@Component
public class SitePages {

    private final TemplateEngine templates;
    private final MessageSource words;
    private final Roles roles;
    private final boolean state;
    private final boolean demo;

    SitePages(
            TemplateEngine templates,
            MessageSource words,
            Roles roles,
            Environment environment,
            @Value("${wif.brand:plain}") String brand) {
        this.templates = templates;
        this.words = words;
        this.roles = roles;
        this.state = brand.equals("state");
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /// A page that shows what was asked for.
    ///
    /// @param template `site/<audience>/<page>`
    public View page(String template, Map<String, Object> model) {
        return page(template, model, HttpStatus.OK);
    }

    /// A page that says why it does not; one of a form that comes back with what is wrong in it is
    /// [HttpStatus#UNPROCESSABLE_CONTENT], and its title says so.
    public View page(String template, Map<String, Object> model, HttpStatus status) {
        return new Page(template, model, status, false);
    }

    /// A page that asks nothing of the database, not even who reads it.
    View plain(String template, Map<String, Object> model, HttpStatus status) {
        return new Page(template, model, status, true);
    }

    /// Sends to another page of this site once a form was taken: asking for that page again does
    /// nothing twice.
    ///
    /// @param path without the prefix of its language
    public View to(String path) {
        RedirectView redirect = new RedirectView(path, true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return redirect;
    }

    private final class Page implements View {

        private final String template;
        private final Map<String, Object> model;
        private final HttpStatus status;
        private final boolean plain;

        Page(String template, Map<String, Object> model, HttpStatus status, boolean plain) {
            this.template = template;
            this.model = model;
            this.status = status;
            this.plain = plain;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(
                @Nullable Map<String, ?> ignored,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            Map<String, Object> parameters = new HashMap<>(model);
            parameters.put("shell", shell(request, plain ? null : reader(), status));
            Utf8ByteOutput output = new Utf8ByteOutput();
            templates.render(template + ".jte", parameters, output);
            response.setStatus(status.value());
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }

    private static @Nullable Account reader() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Account known ? known : null;
    }

    private Shell shell(HttpServletRequest request, @Nullable Account account, HttpStatus status) {
        Set<String> relations =
                account == null
                        ? Set.of()
                        : roles.of(account, request).stream()
                                .filter(grant -> !grant.scope().kind().equals("dossier"))
                                .map(Grant::relation)
                                .collect(Collectors.toSet());
        return new Shell(
                LanguagePrefix.of(request).locale(),
                LanguagePrefix.path(request),
                here(request),
                account,
                relations,
                () -> token(request),
                status == HttpStatus.UNPROCESSABLE_CONTENT,
                state,
                demo,
                words);
    }

    /// A page that answers a form is not found again at its address: the page of the form is.
    private static String here(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            String query = request.getQueryString();
            return LanguagePrefix.path(request) + (query == null ? "" : "?" + query);
        }
        String asked = request.getHeader(HttpHeaders.REFERER);
        String from = asked == null ? "/" : asked.replaceFirst("^https?://[^/?#]*", "");
        return asked == null ? "/" : ReturnPath.of(LanguagePrefix.bare(from)).value();
    }

    private static String token(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? token.getToken()
                : "";
    }
}
