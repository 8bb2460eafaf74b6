package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.mail.Mailbox;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;

/// A caseworker at a desk asks for corrections, the employer sends them from a phone, the
/// caseworker reads before and after. Each page is looked at by axe.
@WifTest
class CorrectionJourney {

    @AutoClose static final Browser browser = Browser.open();

    @Autowired Requests requests;
    @Autowired Accounts accounts;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    @BeforeEach
    void morning() {
        clock.set(SettableClock.START);
    }

    @Test
    void an_answer_and_a_document_are_asked_for_mended_on_a_phone_and_read_before_and_after() {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab desk = browser.tab(port, 1440);
                Tab phone = browser.tab(port, 320)) {
            Person employer = Person.someone(phone, "employeur", mailbox, queue);
            String reference = deposited(employer);
            Person officer = officer(desk, mailbox, reference);

            officer.follow("text=Demander des corrections");
            asks(officer);
            assertThat(officer.reads())
                    .contains("Votre demande de corrections est envoyée")
                    .contains("Le dossier ne peut pas être certifié complet tant que")
                    .doesNotContain("Certifier que le dossier est complet");
            officer.follow("text=Voir ce qui est demandé");
            officer.open("/instruction/dossiers/" + reference + "/corrections");
            assertThat(officer.reads()).contains("Une demande de corrections attend sa réponse");

            queue.runDue();
            assertThat(mailbox.to(employer.email()))
                    .anyMatch(
                            letter ->
                                    letter.text().contains("compléter 2 points")
                                            && letter.text().contains("/dossiers/" + reference));
            employer.open("/dossiers/" + reference);
            employer.signIn();
            mends(employer);

            officer.open("/instruction/dossiers/" + reference);
            assertThat(officer.reads())
                    .containsIgnoringCase("Répondu")
                    .contains("Vendeuse au rayon des fruits", "contrat-signe.png");
            assertThat(officer.page().locator("#corrections del").first().innerText())
                    .contains("Assistante de gestion");
            officer.follow("#corrections a:has-text('contrat-signe.png')");
            officer.open("/instruction/dossiers/" + reference);
            officer.follow("text=Certifier que le dossier est complet");
            assertThat(officer.reads()).containsIgnoringCase("Dossier complet");
        }
    }

    @Test
    void corrections_are_asked_without_javascript_on_a_narrow_window() {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab phone = browser.tabWithoutJavaScript(port, 320)) {
            Person employer = Person.someone(phone, "employeur", mailbox, queue);
            Person officer = officer(phone, mailbox, deposited(employer));
            officer.follow("text=Demander des corrections");
            asks(officer);
            assertThat(officer.reads()).contains("Votre demande de corrections est envoyée");
        }
    }

    private String deposited(Person employer) {
        return requests.deposited(accounts.create(employer.email(), "fr")).reference().value();
    }

    /// In charge of the request.
    private Person officer(Tab tab, Mailbox mailbox, String reference) {
        Account caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        Person officer = new Person(tab, caseworker.email(), mailbox, queue);
        officer.open("/instruction/dossiers/" + reference);
        officer.signIn();
        officer.follow("text=Prendre en charge");
        return officer;
    }

    /// Once wrongly: nothing of what was typed is lost.
    private static void asks(Person officer) {
        var page = officer.page();
        page.click("details:has([id='ask-FIELD.job_title']) > summary");
        assertThat(page.locator("[id='words-FIELD.job_title']").isVisible()).isFalse();
        page.click("label[for='ask-FIELD.job_title']");
        page.fill("[id='words-FIELD.job_title']", "Dites dans quel rayon.");
        page.click("details:has([id='ask-PIECE.contract']) > summary");
        page.click("label[for='ask-PIECE.contract']");
        page.locator("[id='reason-PIECE.contract']").selectOption("piece-absent");
        assertThat(page.locator("[id='nature-PIECE.contract-MISSING']").isChecked()).isTrue();
        page.fill("#by", "demain");
        officer.follow("text=Envoyer la demande");
        assertThat(officer.reads())
                .contains("La demande n’est pas envoyée", "Donnez un dernier jour pour répondre");
        assertThat(page.locator("[id='words-FIELD.job_title']").inputValue())
                .isEqualTo("Dites dans quel rayon.");
        page.fill("#by", "7/12/2026");
        officer.follow("text=Envoyer la demande");
    }

    private static void mends(Person employer) {
        assertThat(employer.reads()).contains("Le service attend vos corrections d’ici le");
        employer.follow("text=Voir ce qui est demandé, corriger et envoyer");
        assertThat(employer.reads())
                .contains("Dites dans quel rayon.", "le délai légal est suspendu");
        employer.follow("a[href$='#job_title']");
        employer.page().fill("#job_title", "Vendeuse au rayon des fruits");
        // what was left is being kept: a page that is left too early would cut it
        employer.page().keyboard().press("Tab");
        employer.page().waitForLoadState(LoadState.NETWORKIDLE);
        employer.follow("main form button[type=submit]:has-text('Continuer')");
        employer.follow("a[href$='#piece-contract']");
        employer.join("contract", "contrat-signe.png");
        employer.open(
                employer.page().url().replaceAll("^https?://[^/]*|/pieces.*", "") + "/corrections");
        employer.follow("text=Envoyer au service");
        assertThat(employer.reads()).contains("Vos corrections sont envoyées au service");
    }
}
