package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.language.Language;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Someone who has no account looks at all there is to see.
@WifTest
class VisitorJourney {

    /// What the law, or our promise, wants within reach of the home page.
    private static final List<String> OWED =
            List.of(
                    "/demarches/etudiant-professionnalisation",
                    "/verifier",
                    "/connexion",
                    "/aide",
                    "/contact",
                    "/accessibilite",
                    "/mentions-legales",
                    "/donnees-personnelles",
                    "/conditions-d-utilisation",
                    "/plan-du-site",
                    "/etat-du-service");

    @AutoClose static final Browser browser = Browser.open();

    @Autowired SettableClock clock;

    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({"/, 320", "/, 1440", "/en/, 320", "/en/, 1440", "/es/, 320"})
    void every_page_within_reach_of_the_home_page_is_sound(String home, int width) {
        SoftAssertions all = new SoftAssertions();
        Set<String> seen = new LinkedHashSet<>(Set.of(home));
        try (Tab tab = browser.tab(port, width)) {
            Deque<String> next = new ArrayDeque<>(seen);
            while (!next.isEmpty()) {
                tab.go(next.remove());
                all.check(tab::isSound);
                links(tab).stream()
                        .filter(link -> home(link).equals(home))
                        .filter(seen::add)
                        .forEach(next::add);
            }
        }

        String prefix = home.substring(0, home.length() - 1);
        all.assertThat(seen).containsAll(OWED.stream().map(path -> prefix + path).toList());
        all.assertAll();
    }

    @Test
    void what_is_typed_wrong_and_what_does_not_exist_is_told_soundly() {
        try (Tab tab = browser.tab(port, 320)) {
            tab.go("/demarches/rien");
            tab.isSound();

            tab.go("/verifier");
            tab.page().click("main button[type=submit]");
            assertThat(tab.page().locator(".fr-message--error").count()).isEqualTo(2);
            tab.isSound();

            tab.go("/connexion");
            tab.page().fill("#email", "pas une adresse");
            tab.page().click("main button[type=submit]");
            assertThat(tab.page().inputValue("#email")).isEqualTo("pas une adresse");
            tab.isSound();
        }
    }

    @Test
    void an_authorization_is_checked_without_javascript() {
        clock.set(RequestJourney.CHECKED);
        try (Tab tab = browser.tabWithoutJavaScript(port, 320)) {
            tab.go("/");
            tab.page().click("main a[href='/verifier']");
            tab.page().fill("#number", "K7QM-3XHD-9RTA");
            tab.page().fill("#birth", "12/03/1999");
            tab.page().click("main button[type=submit]");

            assertThat(tab.page().locator("main").innerText())
                    .contains("Aucune autorisation ne correspond");
            tab.isSound();
        }
    }

    /// The home page of the language that a path is in.
    private static String home(String path) {
        return Arrays.stream(Language.values())
                .filter(language -> language != Language.FRENCH)
                .map(language -> language.prefix() + "/")
                .filter(path::startsWith)
                .findFirst()
                .orElse("/");
    }

    /// The pages of this site that the page leads to, without what follows their path.
    private static List<String> links(Tab tab) {
        URI here = URI.create(tab.page().url());
        return ((List<?>)
                        tab.page()
                                .evaluate(
                                        "() => [...document.querySelectorAll('a[href]')].map(a =>"
                                                + " a.href)"))
                .stream()
                        .map(link -> URI.create((String) link))
                        .filter(link -> here.getAuthority().equals(link.getAuthority()))
                        .map(URI::getPath)
                        .distinct()
                        .toList();
    }
}
