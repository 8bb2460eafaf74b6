package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.language.Language;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Pages in another language than French stand under its prefix, `/en` or `/es`, with the same
/// paths: the prefix is taken for the application's own, so that no other part of the house knows
/// of it, and every redirect keeps it.
@Configuration(proxyBeanMethods = false)
class LanguagePrefix {

    /// What the administration reads is written in French and in English alone.
    private static final List<String> ADMINISTRATION =
            List.of("/instruction", "/signature", "/administration", "/avis");

    private static final List<Language> OF_ADMINISTRATION =
            List.of(Language.FRENCH, Language.ENGLISH);

    static Language of(HttpServletRequest request) {
        return Arrays.stream(Language.values())
                .filter(each -> each != Language.FRENCH)
                .filter(each -> request.getContextPath().endsWith(each.prefix()))
                .findFirst()
                .orElse(Language.FRENCH);
    }

    /// The languages in which a page is written.
    ///
    /// @param path without the prefix of its language
    static List<Language> of(String path) {
        return ADMINISTRATION.stream().anyMatch(path::startsWith)
                ? OF_ADMINISTRATION
                : List.of(Language.values());
    }

    /// What was asked for, without the prefix of its language; on the page of an error too.
    static String path(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String uri = asked instanceof String known ? known : request.getRequestURI();
        String path = uri.substring(Math.min(uri.length(), request.getContextPath().length()));
        return path.isEmpty() ? "/" : path;
    }

    /// An address of this site, without the prefix of its language.
    static String bare(String address) {
        return address.substring(spoken(address).prefix().length());
    }

    /// The language that the prefix of an address tells.
    private static Language spoken(String path) {
        return Arrays.stream(Language.values())
                .filter(each -> each != Language.FRENCH)
                .filter(each -> path.startsWith(each.prefix() + "/"))
                .findFirst()
                .orElse(Language.FRENCH);
    }

    @Bean
    LocaleResolver localeResolver() {
        return new LocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return of(request).locale();
            }

            @Override
            public void setLocale(
                    HttpServletRequest request,
                    @Nullable HttpServletResponse response,
                    @Nullable Locale locale) {
                throw new IllegalStateException("the language is in the address");
            }
        };
    }

    /// Before everything else: the security filter chain must see the path without its prefix.
    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Prefix extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String root = request.getContextPath();
            String path = request.getRequestURI().substring(root.length());
            Language language = spoken(path);
            if (request.getDispatcherType() == DispatcherType.ERROR) {
                Language failed = failed(request);
                chain.doFilter(
                        failed == Language.FRENCH ? request : new SpokenError(request, failed),
                        response);
            } else if (isPrefix(path)) {
                response.sendRedirect(root + path + "/");
            } else if (!of(bare(path)).contains(language)) {
                String query = request.getQueryString();
                response.sendRedirect(root + bare(path) + (query == null ? "" : "?" + query));
            } else {
                chain.doFilter(
                        language == Language.FRENCH ? request : new Spoken(request, language),
                        response);
            }
        }

        private static boolean isPrefix(String path) {
            return !path.isEmpty()
                    && Arrays.stream(Language.values())
                            .map(Language::prefix)
                            .anyMatch(path::equals);
        }

        @Override
        protected void doFilterNestedErrorDispatch(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            doFilterInternal(request, response, chain);
        }

        /// The container goes to the page of an error with the request as it first came.
        private static Language failed(HttpServletRequest request) {
            return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                    ? spoken(asked.substring(request.getContextPath().length()))
                    : Language.FRENCH;
        }

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }
    }

    private static final class Spoken extends HttpServletRequestWrapper {

        private final Language language;

        Spoken(HttpServletRequest request, Language language) {
            super(request);
            this.language = language;
        }

        @Override
        public String getContextPath() {
            return super.getContextPath() + language.prefix();
        }

        @Override
        public String getServletPath() {
            return bare(super.getServletPath());
        }
    }

    private static final class SpokenError extends HttpServletRequestWrapper {

        private final Language language;

        SpokenError(HttpServletRequest request, Language language) {
            super(request);
            this.language = language;
        }

        @Override
        public String getContextPath() {
            return super.getContextPath() + language.prefix();
        }

        @Override
        public String getRequestURI() {
            String before = super.getContextPath();
            return before + language.prefix() + super.getRequestURI().substring(before.length());
        }
    }
}
