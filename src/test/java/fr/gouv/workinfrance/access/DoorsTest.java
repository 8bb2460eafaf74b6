package fr.gouv.workinfrance.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// The doors of the house, as a browser meets them, in production: https, behind a proxy.
@WifTest
@TestPropertySource(
        properties = {
            "wif.base-url=https://travail.example",
            "wif.access.trusted-proxies=10[.]0[.]0[.][0-9]+"
        })
@Import(DoorsTest.Rooms.class)
class DoorsTest {

    private static final Actor BY = Actor.system("test");

    @Autowired MockMvcTester mvc;
    @Autowired Accounts accounts;
    @Autowired Grants grants;
    @Autowired Journal journal;
    @Autowired JdbcClient jdbc;
    @Autowired SettableClock clock;

    private final Map<String, Cookie> jar = new LinkedHashMap<>();
    private Account account;

    @RestController
    static class Rooms {

        @Autowired SignInSession session;
        @Autowired Accounts accounts;

        @GetMapping({"/verifier/essai", "/demarches/essai"})
        String open(CsrfToken token) {
            return token.getToken();
        }

        @GetMapping("/demarches/adresse")
        String address(HttpServletRequest request) {
            return request.getRemoteAddr() + " " + request.getScheme();
        }

        @PostMapping("/connexion/essai")
        void signIn(
                @RequestParam UUID account,
                HttpServletRequest request,
                HttpServletResponse response) {
            session.open(request, response, accounts.account(account).orElseThrow());
        }

        @PostMapping("/connexion/defi")
        void remember(HttpServletRequest request, HttpServletResponse response) {
            var asked = (Challenge.Mailed) accounts.challenge("x@example.org", "fr", "doors");
            session.remember(response, asked);
        }

        @GetMapping({
            "/mes-demandes/essai",
            "/instruction/essai",
            "/signature/essai",
            "/administration/essai",
            "/nulle-part/essai"
        })
        String who(@AuthenticationPrincipal Account account) {
            return account.email();
        }

        @PostMapping("/mes-demandes/essai")
        String act() {
            return "done";
        }
    }

    @BeforeEach
    void account() {
        account = accounts.create(UUID.randomUUID() + "@example.org", "fr");
    }

    @Test
    void every_answer_tells_the_browser_to_trust_nobody_else() {
        var answer = mvc.get().uri("/demarches/essai").secure(true).exchange();

        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Content-Security-Policy"))
                .isEqualTo(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
                                + " data:; font-src 'self'; connect-src 'self'; form-action 'self';"
                                + " manifest-src 'self'; frame-ancestors 'none'; base-uri 'none';"
                                + " upgrade-insecure-requests");
        assertThat(answer)
                .hasHeader(
                        "Strict-Transport-Security",
                        "max-age=63072000 ; includeSubDomains ; preload")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("Referrer-Policy", "same-origin")
                .hasHeader("Cross-Origin-Opener-Policy", "same-origin")
                .hasHeader("Cross-Origin-Resource-Policy", "same-origin")
                .hasHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
        assertThat(answer.getResponse().getHeader("Permissions-Policy")).contains("camera=()");
    }

    @Test
    void a_public_form_opens_no_session() {
        long before = sessions();
        form();
        assertThat(jar.keySet()).containsExactly("__Host-wif-form");
        var cookie = jar.get("__Host-wif-form");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void a_form_without_its_token_or_with_another_is_refused() {
        form();
        assertThat(send(mvc.post().uri("/connexion/defi"))).hasStatus(403);
        assertThat(send(mvc.post().uri("/connexion/defi").param("_csrf", "forged"))).hasStatus(403);
        jar.clear();
        assertThat(send(mvc.post().uri("/connexion/defi").param("_csrf", "forged"))).hasStatus(403);
    }

    @Test
    void a_challenge_is_bound_to_the_browser_by_a_cookie_that_scripts_cannot_read() {
        var token = form();
        assertThat(send(mvc.post().uri("/connexion/defi").param("_csrf", token))).hasStatusOk();
        var cookie = jar.get("__Host-wif-code");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getMaxAge()).isEqualTo(15 * 60);
        assertThat(UUID.fromString(cookie.getValue())).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mes-demandes/essai",
                "/dossiers/x",
                "/mon-compte",
                "/instruction/essai",
                "/signature/essai",
                "/administration/essai"
            })
    void whoever_is_not_signed_in_is_sent_to_sign_in_and_back(String path) {
        assertThat(send(mvc.get().uri(path + "?page=2")))
                .hasStatus(302)
                .hasHeader(
                        "Location",
                        "/connexion?retour=" + path.replace("/", "%2F") + "%3Fpage%3D2");
    }

    @Test
    void the_english_doors_are_the_same_and_lead_to_the_english_sign_in() {
        assertThat(send(mvc.get().uri("/en/mes-demandes/essai").contextPath("/en")))
                .hasStatus(302)
                .hasHeader("Location", "/en/connexion?retour=%2Fen%2Fmes-demandes%2Fessai");
        assertThat(send(mvc.get().uri("/en/demarches/essai").contextPath("/en"))).hasStatusOk();
        assertThat(jar.get("__Host-wif-form").getPath()).isEqualTo("/");
        assertThat(send(mvc.get().uri("/en/nulle-part").contextPath("/en"))).hasStatus(404);
    }

    @Test
    void the_way_back_never_leaves_the_site() {
        assertThat(send(mvc.get().uri(URI.create("/mes-demandes/essai?x=%0d%0aSet-Cookie:y"))))
                .hasHeader(
                        "Location",
                        "/connexion?retour=%2Fmes-demandes%2Fessai%3Fx%3D%250d%250aSet-Cookie%3Ay");
    }

    @Test
    void a_script_is_told_and_a_form_is_sent_to_sign_in_without_its_content() {
        assertThat(send(mvc.get().uri("/mes-demandes/essai").header("Sec-Fetch-Mode", "cors")))
                .hasStatus(401);
        var token = form();
        assertThat(
                        send(
                                mvc.post()
                                        .uri("/mes-demandes/essai")
                                        .param("secret", "x")
                                        .param("_csrf", token)))
                .hasStatus(303)
                .hasHeader("Location", "/connexion");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nulle-part/essai",
                "/demo",
                "/demo/courriels",
                "/actuator",
                "/actuator/env",
                "/actuator/health/db",
                "/deconnexion",
                "/login",
                "/api/v1/x",
                "/aide/x"
            })
    void what_is_not_named_is_nowhere_signed_in_or_not(String path) {
        assertThat(send(mvc.get().uri(path))).hasStatus(404);
        signIn();
        assertThat(send(mvc.get().uri(path))).hasStatus(404);
    }

    @Test
    void signing_in_opens_a_new_session_that_holds_only_who_it_is() {
        signIn();
        var cookie = jar.get("__Host-wif");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(send(mvc.get().uri("/mes-demandes/essai"))).hasBodyTextEqualTo(account.email());

        assertThat(
                        jdbc.sql("select distinct max_inactive_interval from session.session")
                                .query(Integer.class)
                                .list())
                .containsExactly(30 * 60);

        var former = cookie.getValue();
        signIn();
        var fresh = jar.get("__Host-wif");
        assertThat(fresh.getValue()).isNotEqualTo(former);
        jar.put("__Host-wif", new Cookie("__Host-wif", former));
        assertThat(send(mvc.get().uri("/mes-demandes/essai"))).hasStatus(302);
        assertThat(
                        jdbc.sql(
                                        """
                                        select distinct attribute_name
                                        from session.session_attributes
                                        """)
                                .query(String.class)
                                .list())
                .containsExactlyInAnyOrder(
                        "wif.signed-in",
                        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME);
    }

    @Test
    void a_session_id_that_somebody_planted_is_worth_nothing() {
        jar.put("__Host-wif", new Cookie("__Host-wif", "cGxhbnRlZA=="));
        signIn();
        assertThat(jar.get("__Host-wif").getValue()).isNotEqualTo("cGxhbnRlZA==");
        jar.put("__Host-wif", new Cookie("__Host-wif", "cGxhbnRlZA=="));
        assertThat(send(mvc.get().uri("/mes-demandes/essai"))).hasStatus(302);
    }

    @Test
    void a_session_ends_after_twelve_hours_however_busy() {
        signIn();
        clock.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(send(mvc.get().uri("/mes-demandes/essai"))).hasStatusOk();
        clock.advance(Duration.ofSeconds(1));
        assertThat(send(mvc.get().uri("/mes-demandes/essai"))).hasStatus(302);
    }

    @Test
    void signing_out_ends_the_session_and_leaves_a_trace() {
        signIn();
        var former = jar.get("__Host-wif");
        assertThat(send(mvc.post().uri("/deconnexion"))).hasStatus(403);
        assertThat(send(mvc.post().uri("/deconnexion").param("_csrf", form())))
                .hasStatus(302)
                .hasHeader("Location", "/");
        jar.put("__Host-wif", former);
        assertThat(send(mvc.get().uri("/mes-demandes/essai"))).hasStatus(302);
        assertThat(journal.of(new Subject("account", account.id().toString())))
                .extracting(Entry::act)
                .containsExactly("account.opened", "account.signed-out");
    }

    @Test
    void a_grant_opens_its_door_alone_and_shuts_it_at_the_next_request() {
        signIn();
        opens(false, false, false);

        var office = new Scope("office", "prefecture-75");
        var caseworker = give("caseworker", office);
        opens(true, false, false);
        grants.end(caseworker.id(), clock.instant(), BY);
        opens(false, false, false);

        var signatory = give("signatory", office);
        opens(true, true, false);
        grants.end(signatory.id(), clock.instant(), BY);

        give("employer", new Scope("dossier", "x"));
        give("administrator", office);
        opens(false, false, false);
        give("administrator", Scope.HOUSE);
        opens(false, false, true);
    }

    @Test
    void only_our_own_proxy_is_believed_about_where_a_visitor_comes_from() {
        assertThat(from("203.0.113.9", "198.51.100.1")).isEqualTo("203.0.113.9 http");
        assertThat(from("10.0.0.2", "198.51.100.1")).isEqualTo("198.51.100.1 https");
        assertThat(from("10.0.0.2", "1.2.3.4, 198.51.100.1")).isEqualTo("198.51.100.1 https");
        assertThat(from("10.0.0.2", "1.2.3.4, 198.51.100.1, 10.0.0.3"))
                .isEqualTo("198.51.100.1 https");
    }

    private String from(String peer, String forwarded) {
        var answer =
                mvc.get()
                        .uri("/demarches/adresse")
                        .header("X-Forwarded-For", forwarded)
                        .header("X-Forwarded-Proto", "https")
                        .remoteAddress(peer)
                        .exchange();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private Grant give(String relation, Scope scope) {
        return grants.give(account.id(), relation, scope, clock.instant(), null, BY);
    }

    private void opens(boolean desk, boolean signature, boolean administration) {
        assertThat(send(mvc.get().uri("/instruction/essai"))).hasStatus(desk ? 200 : 403);
        assertThat(send(mvc.get().uri("/signature/essai"))).hasStatus(signature ? 200 : 403);
        assertThat(send(mvc.get().uri("/administration/essai")))
                .hasStatus(administration ? 200 : 403);
    }

    private void signIn() {
        var token = form();
        assertThat(
                        send(
                                mvc.post()
                                        .uri("/connexion/essai")
                                        .param("account", account.id().toString())
                                        .param("_csrf", token)))
                .hasStatusOk();
    }

    private String form() {
        var page = send(mvc.get().uri("/verifier/essai"));
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /// Sends what the jar holds, and puts into it what comes back.
    private MvcTestResult send(MockMvcTester.MockMvcRequestBuilder request) {
        if (!jar.isEmpty()) {
            request.cookie(jar.values().toArray(new Cookie[0]));
        }
        var answer = request.exchange();
        for (var cookie : answer.getResponse().getCookies()) {
            if (cookie.getMaxAge() == 0) {
                jar.remove(cookie.getName());
            } else {
                jar.put(cookie.getName(), cookie);
            }
        }
        return answer;
    }

    private long sessions() {
        return jdbc.sql("select count(*) from session.session").query(Long.class).single();
    }
}
