package fr.gouv.workinfrance.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The design system, its fonts and our own few rules: from our own origin. Their addresses bear
/// the fingerprint of them all, `/assets/3f9c0a1b2d4e/wif.css`: a browser loads them once, and
/// keeps them until they change.
@Configuration(proxyBeanMethods = false)
class Assets implements WebMvcConfigurer {

    private static final String FOLDER = "/assets/";
    private static final int LENGTH = 12;
    private static final Pattern NAMED =
            Pattern.compile(FOLDER + "([0-9a-f]{" + LENGTH + "})/(.+)");
    private static final String FINGERPRINT = fingerprint();

    /// Where a file of `static/` is found: `wif.css`, `dsfr/dsfr.min.css`.
    static String at(String file) {
        return FOLDER + FINGERPRINT + "/" + file;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
    }

    private static String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Resource file : files()) {
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Resource> files() throws IOException {
        var resources = new PathMatchingResourcePatternResolver();
        List<Resource> files = new ArrayList<>();
        for (String kind : List.of("static/**/*.css", "static/**/*.js", "static/fonts/*.woff2")) {
            files.addAll(List.of(resources.getResources("classpath:" + kind)));
        }
        files.sort(Comparator.comparing(Resource::getDescription));
        return files;
    }

    /// Takes the fingerprint out of the address. Who asks with that of another version, while one
    /// replaces the other, is given what there is, and keeps it no longer than usual.
    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    static class Named extends OncePerRequestFilter {

        private static final String FOR_GOOD = "max-age=31536000, public, immutable";

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String root = request.getContextPath();
            Matcher named = NAMED.matcher(request.getRequestURI().substring(root.length()));
            if (named.matches()) {
                boolean ours = named.group(1).equals(FINGERPRINT);
                chain.doFilter(
                        new Bare(request, FOLDER + named.group(2)),
                        ours ? new Kept(response) : response);
            } else {
                chain.doFilter(request, response);
            }
        }

        private static final class Bare extends HttpServletRequestWrapper {

            private final String path;

            Bare(HttpServletRequest request, String path) {
                super(request);
                this.path = path;
            }

            @Override
            public String getRequestURI() {
                return getContextPath() + path;
            }

            @Override
            public String getServletPath() {
                return path;
            }
        }

        /// What is found may be kept for good; what is not, or is refused, may not.
        private static final class Kept extends HttpServletResponseWrapper {

            Kept(HttpServletResponse response) {
                super(response);
            }

            @Override
            public void setHeader(String name, String value) {
                boolean found = name.equals(HttpHeaders.CACHE_CONTROL) && value.contains("public");
                super.setHeader(name, found ? FOR_GOOD : value);
            }
        }
    }
}
