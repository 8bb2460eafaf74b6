package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Reference;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Version;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;

import java.time.Instant;
import java.time.LocalDate;

/// One request, from the home page to an authorization that anyone checks, by four people at four
/// browsers; each page is looked at by axe.
@WifTest
class RequestJourney {

    /// When journeys check authorizations: all come from one address, whose checks are counted by
    /// time, so that one who came later would leave no room to those before.
    static final Instant CHECKED = Instant.parse("2027-09-01T08:00:00Z");

    @AutoClose static final Browser browser = Browser.open();

    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Accounts accounts;
    @Autowired Procedures procedures;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    Version version;

    @BeforeEach
    void morning() {
        clock.set(SettableClock.START);
        version = procedures.current(Requests.PROCEDURE, LocalDate.parse("2026-11-23"));
    }

    @Test
    void a_request_goes_from_the_home_page_to_an_authorization_that_anyone_checks() {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab office = browser.tab(port, 1440);
                Tab phone = browser.tab(port, 320);
                Tab desk = browser.tab(port, 1440);
                Tab table = browser.tab(port, 1024);
                Tab anyone = browser.tab(port, 320)) {
            Person employer = Person.someone(office, "employeur", mailbox, queue);
            String reference = deposited(employer);

            Person student = Person.someone(phone, "etudiante", mailbox, queue);
            attests(student, invited(employer, reference, student.email()));

            Account caseworker = requests.staff("caseworker", Requests.PREFECTURE);
            examines(new Person(desk, caseworker.email(), mailbox, queue), reference);

            Account signatory =
                    requests.staff(
                            "signatory", Requests.PREFECTURE, "Samir", "Benali", "chef du service");
            signs(new Person(table, signatory.email(), mailbox, queue), reference);

            student.open("/dossiers/" + reference);
            assertThat(student.reads())
                    .contains("Autorisation accordée")
                    .contains("1er septembre 2027")
                    .contains("Autorisation de travail");
            clock.set(CHECKED);
            anyone.go("/verifier/" + code(reference, employer));
            assertThat(anyone.page().locator("main").innerText())
                    .contains("Autorisation authentique et valable")
                    .contains("A. F. N.")
                    .doesNotContain("Ndiaye");
            anyone.isSound();
        }
    }

    @Test
    void a_request_is_deposited_from_a_phone_without_javascript() {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab phone = browser.tabWithoutJavaScript(port, 320)) {
            deposited(Person.someone(phone, "sans-script", mailbox, queue));
        }
    }

    /// From the home page to the receipt.
    private String deposited(Person employer) {
        employer.open("/");
        employer.follow("main a[href='/demarches']");
        employer.follow("main a[href='/demarches/" + Requests.PROCEDURE + "']");
        employer.follow("text=Se connecter pour commencer");
        employer.signIn();
        employer.follow("text=Commencer, comme employeur");
        String reference = employer.page().url().replaceAll(".*/dossiers/", "");

        employer.page().click("main ol a >> nth=0");
        employer.fill(version);
        employer.join("contract", "contrat.png");
        employer.page().fill("#reason-title", "Le renouvellement est en cours.");
        employer.follow("form:has(#reason-title) button[type=submit]");

        employer.open("/dossiers/" + reference);
        employer.follow("text=Vérifier et déposer");
        employer.follow("text=Déposer la demande");
        assertThat(employer.reads()).contains("Cochez cette case");
        employer.page().click("label[for=statement]");
        employer.follow("main form button[type=submit]");
        queue.runDue();
        employer.open("/dossiers/" + reference);
        assertThat(employer.reads())
                .contains("Demande déposée")
                .contains("Accusé de réception")
                .contains("23 janvier 2027");
        return reference;
    }

    /// What the employer passes on by word of mouth.
    private String invited(Person employer, String reference, String email) {
        employer.open("/dossiers/" + reference);
        employer.follow("text=Inviter la personne à embaucher");
        employer.page().fill("#email", email);
        employer.follow("main button[type=submit]");
        return employer.page().locator(".fr-callout__title").innerText();
    }

    private void attests(Person student, String code) {
        student.open(student.invited());
        student.follow("text=Se connecter pour la rejoindre");
        student.signIn();
        student.page().fill("#code", code);
        student.follow("main button[type=submit]");
        student.follow("text=Lire et confirmer ce qui est dit en mon nom");
        student.follow("text=Je confirme ce qui est dit en mon nom");
        assertThat(student.reads()).contains(student.email(), "A confirmé le");
    }

    private void examines(Person caseworker, String reference) {
        caseworker.open("/instruction");
        caseworker.signIn();
        caseworker.page().fill("#q", "ndiaye");
        caseworker.follow("form[role=search] button");
        assertThat(caseworker.page().locator("tbody tr").count()).isPositive();
        // other tests deposit for the same name: only the reference is sure to be on one page
        caseworker.page().fill("#q", reference);
        caseworker.follow("form[role=search] button");
        caseworker.follow("td a:has-text('" + reference + "')");
        assertThat(caseworker.page().locator("img.wif-preview").isVisible()).isTrue();
        caseworker.follow("text=Prendre en charge");
        caseworker.follow("text=Certifier que le dossier est complet");
        queue.runDue();
        caseworker.follow("text=Commencer l’instruction");
        caseworker.follow("text=Préparer un refus");
        caseworker.follow("text=Préparer plutôt un accord");
        caseworker.follow("text=Envoyer à la signature");
        assertThat(caseworker.reads()).contains("En cours de validation".toUpperCase());
    }

    private void signs(Person signatory, String reference) {
        signatory.open("/signature");
        signatory.signIn();
        signatory.follow("td a:has-text('" + reference + "')");
        assertThat(signatory.page().locator("img.wif-preview").count()).isPositive();
        signatory.page().click("label[for=confirmed]");
        signatory.follow("form[action$='/signature'] button");
        assertThat(signatory.reads()).contains("C’est signé");
        queue.runDue();
        signatory.open("/instruction/dossiers/" + reference);
        assertThat(signatory.reads()).contains("AUTORISATION ACCORDÉE");
    }

    private String code(String reference, Person employer) {
        Seen seen =
                dossiers.see(
                                Reference.read(reference).orElseThrow(),
                                accounts.byEmail(employer.email()).orElseThrow())
                        .orElseThrow();
        Dossier dossier = seen.dossier();
        return dossier.prepared().orElseThrow().code();
    }
}
