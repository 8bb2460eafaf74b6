package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.demo.DemoTest;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Who keeps the catalogue holds two versions side by side, reaches where a text is used, and comes
/// to the clause itself; each page is looked at by axe.
@DemoTest
class AdministratorJourney {

    @AutoClose static final Browser browser = Browser.open();

    @LocalServerPort int port;

    @ParameterizedTest(name = "in a window of {0}")
    @CsvSource({
        "1440, '', retiré, 2 retraits",
        "375, '', retiré, 2 retraits",
        "375, /en, removed, Documents: 2 removed"
    })
    void two_versions_are_held_side_by_side_and_a_text_leads_to_each_clause_that_cites_it(
            int width, String language, String gone, String counted) {
        try (Tab tab = browser.tab(port, width)) {
            tab.go(language + "/demo");
            tab.page().click("form[action$='/demo/administratrice'] button");
            tab.go(language + "/administration");
            tab.isSound();
            tab.page().click("main a[href$='/demarches/etudiant-professionnalisation']");
            tab.isSound();

            tab.page().selectOption("#de", "2017");
            tab.page().selectOption("#avec", "2025");
            tab.page().click("main form button[type=submit]");
            tab.isSound();
            assertThat(tab.page().url()).endsWith("comparer?de=2017&avec=2025");
            assertThat(tab.page().locator("nav.fr-summary").textContent()).contains(counted);
            assertThat(tab.page().locator("#pieces ~ .fr-table").first().textContent())
                    .contains(gone);
            assertThat(tab.page().locator("#articles ~ .fr-table").textContent())
                    .contains("R5221-7 (2020)");

            tab.page().click("#articles ~ .fr-table a[href$='/textes/r5221-7']");
            tab.isSound();
            assertThat(tab.page().locator("h1").innerText()).isEqualTo("R5221-7");

            tab.page().locator("main tbody th a").last().click();
            tab.isSound();
            assertThat(tab.page().url()).contains("/versions/").contains("#");
            assertThat(tab.page().locator(":target").innerText()).contains("R5221-7");

            tab.go(language + "/administration/catalogue");
            tab.isSound();
            tab.page().click("nav a[href='#unsure']");
            assertThat(tab.page().locator("#unsure").isVisible()).isTrue();
        }
    }
}
