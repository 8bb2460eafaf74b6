package fr.gouv.workinfrance.site;

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
import java.util.Locale;

/// English pages stand under `/en`, with the same paths: the prefix is taken for the application's
/// own, so that no other part of the house knows of it, and every redirect keeps it.
@Configuration(proxyBeanMethods = false)
class Language {

    static final String ENGLISH = "/en";

    static Locale of(HttpServletRequest request) {
        return english(request) ? Locale.ENGLISH : Locale.FRENCH;
    }

    /// What was asked for, without the prefix of its language; on the page of an error too.
    static String path(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String uri = asked instanceof String known ? known : request.getRequestURI();
        String path = uri.substring(Math.min(uri.length(), request.getContextPath().length()));
        return path.isEmpty() ? "/" : path;
    }

    private static boolean english(HttpServletRequest request) {
        return request.getContextPath().endsWith(ENGLISH);
    }

    @Bean
    LocaleResolver localeResolver() {
        return new LocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return of(request);
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
            String path = request.getRequestURI().substring(request.getContextPath().length());
            if (request.getDispatcherType() == DispatcherType.ERROR) {
                chain.doFilter(
                        failedInEnglish(request) ? new EnglishError(request) : request, response);
            } else if (path.equals(ENGLISH)) {
                response.sendRedirect(request.getContextPath() + ENGLISH + "/");
            } else if (path.startsWith(ENGLISH + "/")) {
                chain.doFilter(new English(request), response);
            } else {
                chain.doFilter(request, response);
            }
        }

        @Override
        protected void doFilterNestedErrorDispatch(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            doFilterInternal(request, response, chain);
        }

        /// The container goes to the page of an error with the request as it first came.
        private static boolean failedInEnglish(HttpServletRequest request) {
            return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                    && asked.startsWith(request.getContextPath() + ENGLISH + "/");
        }

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }
    }

    private static final class English extends HttpServletRequestWrapper {

        English(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getContextPath() {
            return super.getContextPath() + ENGLISH;
        }

        @Override
        public String getServletPath() {
            return super.getServletPath().replaceFirst("^" + ENGLISH, "");
        }
    }

    private static final class EnglishError extends HttpServletRequestWrapper {

        EnglishError(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getContextPath() {
            return super.getContextPath() + ENGLISH;
        }

        @Override
        public String getRequestURI() {
            String before = super.getContextPath();
            return before + ENGLISH + super.getRequestURI().substring(before.length());
        }
    }
}
