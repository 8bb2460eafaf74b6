package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.language.Language;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.SessionRepository;

import java.util.ArrayList;
import java.util.List;

/// The pages of an applicant, for who has a narrow window, needs large letters, has no JavaScript
/// or no mouse, in each language.
@WifTest
class AccessJourney {

    /// A window of 1280 px at 200 % shows what one of 640 px does.
    private static final int AT_200_PERCENT = 640;

    private static final int NARROW = 320;
    private static final int WIDE = 1440;

    @AutoClose static final Browser browser = Browser.open();

    @Autowired Requests requests;
    @Autowired SessionRepository<?> sessions;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    Account employer;
    List<String> pages;

    @BeforeEach
    void requests_of_an_employer() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        String draft = "/dossiers/" + requests.empty(employer).reference();
        String deposited = "/dossiers/" + requests.deposited(employer).reference();
        queue.runDue();
        pages =
                List.of(
                        "/mes-demandes",
                        draft,
                        draft + "/formulaire/contract",
                        draft + "/formulaire/employer",
                        draft + "/pieces",
                        draft + "/recapitulatif",
                        draft + "/invitations",
                        deposited,
                        deposited + "/retrait");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_page_is_sound_at_320_px_and_at_200_percent_and_loses_nothing(Language language) {
        SoftAssertions all = new SoftAssertions();
        try (Tab narrow = signedIn(browser.tab(port, NARROW));
                Tab wide = signedIn(browser.tab(port, WIDE))) {
            for (String page : pages) {
                wide.go(language.prefix() + page);
                narrow.go(language.prefix() + page);
                all.check(narrow::isSound);
                all.assertThat(narrow.page().locator("html").getAttribute("lang"))
                        .as(page)
                        .isEqualTo(language.code());
                all.assertThat(narrow.page().locator("html").getAttribute("dir"))
                        .as(page)
                        .isEqualTo(language.direction());
                all.assertThat(words(narrow)).as("words of %s", page).isEqualTo(words(wide));
                narrow.page().setViewportSize(AT_200_PERCENT, 450);
                all.check(narrow::isWithinItsWindow);
                narrow.page().setViewportSize(NARROW, 900);
            }
        }
        all.assertAll();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void without_javascript_every_page_is_there_with_its_languages_and_its_menu(Language language) {
        SoftAssertions all = new SoftAssertions();
        try (Tab plain = signedIn(browser.tabWithoutJavaScript(port, NARROW))) {
            for (String page : pages) {
                plain.go(language.prefix() + page);
                all.check(plain::isSound);
                for (Language other : Language.values()) {
                    String link = "header a[hreflang=" + other.code() + "]";
                    all.assertThat(plain.page().locator(link).first().isVisible())
                            .as("%s at %s", link, page)
                            .isTrue();
                }
                all.assertThat(plain.page().locator("nav a[href$='/verifier']").isVisible())
                        .as("menu at %s", page)
                        .isTrue();
            }
        }
        all.assertAll();
    }

    @Test
    void without_a_mouse_one_skips_to_the_content_and_sees_where_one_is() {
        try (Tab tab = signedIn(browser.tab(port, WIDE))) {
            for (String page : pages) {
                tab.go(page);
                tab.page().keyboard().press("Tab");
                assertThat(focused(tab)).as("first at %s", page).contains("#contenu");
                assertThat(tab.page().locator(".fr-skiplinks a").first().isVisible()).isTrue();
                tab.page().keyboard().press("Enter");
                List<String> seen = new ArrayList<>();
                for (int step = 0; step < 4; step++) {
                    tab.page().keyboard().press("Tab");
                    seen.add(focused(tab));
                    assertThat(marked(tab)).as("%s at %s", seen, page).isTrue();
                }
                assertThat(inOrder(tab)).as("order of %s", page).isTrue();
            }
        }
    }

    @Test
    void a_language_is_chosen_with_the_keyboard_alone() {
        try (Tab tab = browser.tab(port, WIDE)) {
            tab.go("/aide");
            tab.page().locator(".fr-translate__btn").first().focus();
            tab.page().keyboard().press("Enter");
            tab.page().locator("#langues a[hreflang=es]").waitFor();
            for (Language language : Language.values()) {
                tab.page().keyboard().press("Tab");
                assertThat(focused(tab)).contains("hreflang=\"" + language.code() + "\"");
            }
            tab.isSound();
            tab.page().keyboard().press("Enter");
            tab.page().waitForURL("**/es/aide");
            // the menu was still opening when its page was left, which its script complains of
            tab.troubles();
            tab.page().reload();
            assertThat(tab.page().locator("h1").innerText()).isEqualTo("Ayuda");
            tab.isSound();
        }
    }

    private Tab signedIn(Tab tab) {
        var session = SignedIn.session(sessions, employer, clock.instant());
        tab.page()
                .context()
                .addCookies(
                        List.of(
                                new Cookie(session.getName(), session.getValue())
                                        .setUrl("http://localhost:" + port)));
        return tab;
    }

    /// What is visible in the page, whatever its lines.
    private static String words(Tab tab) {
        return tab.page().locator("main").innerText().replaceAll("\\s+", " ");
    }

    private static String focused(Tab tab) {
        return (String) tab.page().evaluate("() => document.activeElement.outerHTML.slice(0, 200)");
    }

    /// What has the focus has a mark around it, and stands in the window.
    private static boolean marked(Tab tab) {
        return (boolean)
                tab.page()
                        .evaluate(
                                """
                                () => {
                                    const has = document.activeElement;
                                    const marks = [has, has.labels?.[0]].filter(e => e)
                                        .flatMap(e => [null, "::before", "::after"]
                                            .map(part => getComputedStyle(e, part)));
                                    const box = has.getBoundingClientRect();
                                    return has === document.body
                                        || marks.some(m => m.outlineStyle !== "none" && parseFloat(m.outlineWidth) > 0)
                                            && box.bottom > 0 && box.top < innerHeight;
                                }
                                """);
    }

    /// The focus goes in the order of what is read: nothing asks to come before.
    private static boolean inOrder(Tab tab) {
        return (boolean)
                tab.page()
                        .evaluate(
                                "() =>"
                                    + " !document.querySelector('[tabindex]:not([tabindex=\"0\"]):not([tabindex^=\"-\"])')");
    }
}
