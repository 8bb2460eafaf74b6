package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.reference.online.OnlineDouble;
import fr.gouv.workinfrance.reference.online.OnlineDouble.Day;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

/// An employer says who it is: found by its SIRET or by its name, or by hand when the register is
/// away.
@WifTest
class RegisterJourney {

    @AutoClose static final Browser browser = Browser.open();

    @Autowired OnlineDouble online;
    @Autowired JavaMailSender sender;
    @Autowired JdbcClient jdbc;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    @BeforeEach
    void morning() {
        clock.set(SettableClock.START);
        online.fresh(jdbc);
    }

    @AfterEach
    void a_good_day_again() {
        online.on(Day.RIGHT);
    }

    @Test
    void an_employer_is_found_by_its_siret_and_completes_an_address_with_the_keyboard() {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab tab = browser.tab(port, 1440)) {
            Person employer = atTheEmployer(tab, mailbox);
            Page page = employer.page();

            page.fill("#employer_siret", "732 829 320 00074");
            page.keyboard().press("Tab");
            page.locator("text=Trouvé au registre le").waitFor();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(page.inputValue("#employer_name")).isEqualTo("BOULANGERIE DES LICES");
            assertThat(page.inputValue("#establishment_city")).isEqualTo("Paris");
            assertThat(employer.reads()).contains("20 à 49 salariés").contains("Paris (75)");
            tab.isSound();

            page.fill("#establishment_address", "");
            page.locator("#establishment_address").pressSequentially("1 place des lices");
            Locator choices = page.locator("#establishment_address-choices [role=option]");
            choices.first().waitFor();
            tab.isSound();
            page.keyboard().press("ArrowDown");
            assertThat(page.getAttribute("#establishment_address", "aria-activedescendant"))
                    .isEqualTo("establishment_address-choices-0");
            page.keyboard().press("Enter");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(page.inputValue("#establishment_address")).isEqualTo("1 Place des Lices");
            assertThat(page.inputValue("#establishment_postcode")).isEqualTo("35000");
            page.locator("text=Ille-et-Vilaine (35)").waitFor();
            assertThat(employer.page().locator("#establishment_department").count()).isZero();
        }
    }

    @Test
    void an_employer_is_found_by_its_name_on_a_phone() {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab tab = browser.tab(port, 320)) {
            Person employer = atTheEmployer(tab, mailbox);
            employer.follow("input[name=chercher]");
            employer.page().fill("#nom", "Boulangerie des Lices");
            employer.page().fill("#commune", "Paris");
            employer.follow("form[role=search] button");
            employer.follow("button[name=siret] >> nth=0");
            assertThat(employer.page().inputValue("#employer_name"))
                    .isEqualTo("BOULANGERIE DES LICES");
        }
    }

    @Test
    void with_the_register_down_the_form_is_filled_by_hand_and_says_so() {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab tab = browser.tabWithoutJavaScript(port, 320)) {
            online.on(Day.REFUSED);
            Person employer = atTheEmployer(tab, mailbox);
            Page page = employer.page();
            page.fill("#employer_siret", "732 829 320 00074");
            employer.follow("input[name=trouver]");
            assertThat(employer.reads())
                    .contains("Le registre des entreprises ne répond pas pour le moment");
            page.fill("#employer_name", "Boulangerie des Lices");
            page.fill("#employer_activity", "Boulangerie");
            page.fill("#establishment_address", "12 rue des Lices");
            page.fill("#establishment_postcode", "75011");
            page.fill("#establishment_city", "Paris");
            employer.follow("main button[type=submit]");
            assertThat(page.url()).doesNotContain("/formulaire/employer");
        }
    }

    @Test
    void a_closed_establishment_is_warned_of() {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab tab = browser.tab(port, 1440)) {
            Person employer = atTheEmployer(tab, mailbox);
            employer.page().fill("#employer_siret", "088 123 450 00012");
            employer.page().keyboard().press("Tab");
            employer.page().locator("text=Cet établissement est fermé").waitFor();
            tab.isSound();
        }
    }

    private Person atTheEmployer(Tab tab, Mailbox mailbox) {
        Person employer = Person.someone(tab, "registre", mailbox, queue);
        employer.open("/demarches/" + Requests.PROCEDURE);
        employer.follow("text=Se connecter pour commencer");
        employer.signIn();
        employer.follow("text=Commencer, comme employeur");
        String request = employer.page().url().replaceAll(".*(/dossiers/[^/?#]*).*", "$1");
        employer.open(request + "/formulaire/employer");
        return employer;
    }
}
