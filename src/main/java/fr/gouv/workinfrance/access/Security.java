package fr.gouv.workinfrance.access;

import jakarta.servlet.DispatcherType;

import org.apache.catalina.filters.RemoteIpFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.transaction.support.TransactionOperations;

/// Who may go where, and what every answer says to the browser. What is not named here is refused.
@Configuration(proxyBeanMethods = false)
class Security {

    private static final String[] EVERYONE = {
        "/",
        "/demarches/**",
        "/connexion/**",
        "/verifier/**",
        "/invitation/**",
        "/avis/lien/**",
        "/aide",
        "/contact",
        "/accessibilite",
        "/mentions-legales",
        "/donnees-personnelles",
        "/conditions-d-utilisation",
        "/plan-du-site",
        "/etat-du-service",
        "/statistiques",
        "/stats",
        "/.well-known/security.txt",
        "/assets/**",
        "/favicon.ico",
        "/robots.txt",
        "/actuator/health",
        "/error",
    };

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " font-src 'self'; connect-src 'self'; form-action 'self'; manifest-src 'self';"
                + " frame-ancestors 'none'; base-uri 'none'";

    private static final String FEATURES =
            "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(),"
                    + " gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    private static final long TWO_YEARS = 2 * 365 * 24 * 3600L;

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http,
            Roles roles,
            SessionIdentity identity,
            CsrfTokenRepository formTokens,
            SignOut signOut,
            Cookies cookies,
            Environment environment) {
        var doorway = new Doorway();
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        return http.authorizeHttpRequests(requests -> rules(requests, roles, demo))
                .securityContext(context -> context.securityContextRepository(identity))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens))
                .logout(
                        logout ->
                                logout.logoutUrl("/deconnexion")
                                        .addLogoutHandler(signOut)
                                        .logoutSuccessUrl("/"))
                .exceptionHandling(
                        answers ->
                                answers.authenticationEntryPoint(doorway)
                                        .accessDeniedHandler(doorway))
                .headers(headers -> headers(headers, cookies.secure()))
                // A session holds who it is, and begins at sign-in: no page asked for, no form
                // saved.
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    requests,
            Roles roles,
            boolean demo) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll();
        requests.requestMatchers(EVERYONE).permitAll();
        if (demo) {
            requests.requestMatchers("/demo/**").permitAll();
        }
        requests.requestMatchers(
                        "/mes-demandes/**",
                        "/mes-documents/**",
                        "/mandats/**",
                        "/entreprise/**",
                        "/dossiers/**",
                        "/mon-compte/**",
                        "/reference/**")
                .authenticated()
                .requestMatchers("/instruction/**")
                .access(roles.desk())
                .requestMatchers("/signature/**")
                .access(roles.signatory())
                .requestMatchers("/pilotage/**")
                .access(roles.head())
                .requestMatchers("/avis/**")
                .access(roles.consultee())
                .requestMatchers("/guichet/**")
                .access(roles.counter())
                .requestMatchers("/administration/**")
                .access(roles.administrator())
                .anyRequest()
                .access(Doorway.NOBODY);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, boolean https) {
        var policy = https ? POLICY + "; upgrade-insecure-requests" : POLICY;
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .httpStrictTransportSecurity(
                        hsts ->
                                hsts.includeSubDomains(true)
                                        .preload(true)
                                        .maxAgeInSeconds(TWO_YEARS))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(
                        opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(
                        resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(features -> features.policy(FEATURES));
    }

    /// A session is read by one statement, and one that is cut half-way signs nobody in: a
    /// transaction would add a journey to the database, twice a page.
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    /// The character of number zero is in nothing that people type, and PostgreSQL keeps it in no
    /// text: a form that holds it is not understood.
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    /// The token of forms is in a cookie that scripts cannot read, so that a public form needs no
    /// session.
    @Bean
    CsrfTokenRepository formTokens(Cookies cookies) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(cookies.csrf());
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(cookies.secure()).sameSite("Lax"));
        return tokens;
    }

    @Bean
    CookieSerializer sessionCookie(Cookies cookies) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(cookies.session());
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(cookies.secure());
        cookie.setSameSite("Lax");
        return cookie;
    }

    /// There is no password in this house: without this bean one would be drawn, and printed.
    @Bean
    AuthenticationManager noPassword() {
        return attempt -> {
            throw new BadCredentialsException("nobody signs in by password");
        };
    }

    /// Believes `X-Forwarded-For` and `X-Forwarded-Proto` when they come from our own proxies, and
    /// from nobody else: otherwise anyone could choose the address that limits count.
    @Bean
    FilterRegistrationBean<RemoteIpFilter> proxies(AccessSettings settings) {
        var filter = new RemoteIpFilter();
        filter.setProtocolHeader("X-Forwarded-Proto");
        filter.setInternalProxies(settings.trustedProxies());
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setEnabled(!settings.trustedProxies().isBlank());
        return registration;
    }
}
