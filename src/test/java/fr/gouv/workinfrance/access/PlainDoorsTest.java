package fr.gouv.workinfrance.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.WifTest;

import org.apache.catalina.filters.RemoteIpFilter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.util.UUID;

/// The same doors on a developer's machine: plain http, no proxy.
@WifTest
class PlainDoorsTest {

    @Autowired MockMvcTester mvc;
    @Autowired Cookies cookies;
    @Autowired FilterRegistrationBean<RemoteIpFilter> proxies;
    @Autowired Environment environment;
    @Autowired Accounts accounts;

    @Test
    void over_plain_http_cookies_have_plain_names_and_nothing_is_upgraded() {
        assertThat(cookies.session()).isEqualTo("wif");
        assertThat(cookies.secure()).isFalse();
        var answer = mvc.get().uri("/mes-demandes").exchange();
        assertThat(answer).hasStatus(302).doesNotContainHeader("Strict-Transport-Security");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("upgrade-insecure-requests");
    }

    @Test
    void without_proxies_of_our_own_nobody_is_believed_about_where_a_visitor_comes_from() {
        assertThat(proxies.isEnabled()).isFalse();
        assertThat(environment.getProperty("server.forward-headers-strategy")).isEqualTo("none");
    }

    @Test
    void a_page_can_be_asked_for_as_somebody() {
        var account = accounts.create(UUID.randomUUID() + "@example.org", "fr");
        assertThat(mvc.get().uri("/administration/x").with(SignedIn.as(account))).hasStatus(403);
        assertThat(mvc.get().uri("/mon-compte/x").with(SignedIn.as(account))).hasStatus(404);
    }
}
