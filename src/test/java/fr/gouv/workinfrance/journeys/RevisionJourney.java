package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.mail.Mailbox;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;

import java.time.Duration;
import java.util.List;

/// After the decision: an error in it is mended, be it a refusal, then the authorization is taken
/// back once its holder has answered; each page is looked at by axe.
@WifTest
class RevisionJourney {

    @AutoClose static final Browser browser = Browser.open();

    @Autowired Requests requests;
    @Autowired Decisions decisions;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    Account employer;
    Account worker;
    Account caseworker;
    Account signatory;
    Dossier decided;

    @BeforeEach
    void granted() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        worker = requests.someone("etudiante");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
        decided = requests.granted(employer, worker, caseworker, signatory);
        queue.runDue();
        clock.advance(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 320})
    void an_authorization_is_mended_then_taken_back_once_its_holder_has_answered(int width) {
        String desk = "/instruction/dossiers/" + decided.reference();
        String request = "/dossiers/" + decided.reference();
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab office = browser.tab(port, width);
                Tab table = browser.tab(port, width);
                Tab home = browser.tab(port, width);
                Tab shop = browser.tab(port, width)) {
            Person examines = new Person(office, caseworker.email(), mailbox, queue);
            Person signs = new Person(table, signatory.email(), mailbox, queue);
            Person holds = new Person(home, worker.email(), mailbox, queue);
            Person employs = new Person(shop, employer.email(), mailbox, queue);

            examines.open(desk);
            examines.signIn();
            examines.open(desk + "/rectification");
            examines.follow("form[action$='/rectification'] button[type=submit]:not([name])");
            assertThat(examines.reads()).contains("Dites quelle est l’erreur");
            examines.page().fill("#until", "30/06/2028");
            examines.page().fill("#reason", "Le mois avait été mal recopié.");
            examines.page().click("form[action$='/rectification'] button[name=apercu]");
            // the pages are in the page itself: it is long to come
            examines.page().waitForURL("**/rectification#apercu");
            examines.tab().isSound();
            assertThat(examines.page().locator("#apercu img.wif-preview").count())
                    .as("pages of the act and of the authorization")
                    .isGreaterThanOrEqualTo(2);
            examines.follow("form[action$='/rectification'] button[type=submit]:not([name])");
            assertThat(examines.reads()).contains("en attente de signature");

            signs.open("/signature");
            signs.signIn();
            signs(signs, decided);
            queue.runDue();

            holds.open(request);
            holds.signIn();
            holds.open(request);
            assertThat(holds.reads())
                    .contains("Rectification d’une erreur matérielle", "30 juin 2028");
            assertThat(verified(holds)).contains("Rectifiée le", "30 juin 2028");

            examines.open(desk + "/retrait");
            examines.follow("form[action$='/retrait'] button[type=submit]:not([name])");
            assertThat(examines.reads()).contains("Choisissez un motif.");
            examines.page().click("label[for=ground-illegal]");
            examines.page().fill("#facts", "Le contrat joint à la demande était faux.");
            examines.follow("form[action$='/retrait'] button[type=submit]:not([name])");
            assertThat(examines.reads()).contains("Personne n’a encore répondu.");
            queue.runDue();

            answers(holds, request, false);
            employs.open(request);
            employs.signIn();
            answers(employs, request, true);
            examines.open(desk);
            assertThat(examines.reads()).contains("Le contrat est vrai.");

            signs(signs, decided);
            queue.runDue();
            assertThat(verified(holds)).contains("Autorisation retirée");
            holds.open(request);
            assertThat(holds.reads()).contains("Autorisation retirée le");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 320})
    void a_misprint_in_a_refusal_is_mended_and_its_parties_read_it_as_it_stands(int width) {
        Dossier refused = refused();
        String desk = "/instruction/dossiers/" + refused.reference();
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab office = browser.tab(port, width);
                Tab table = browser.tab(port, width);
                Tab shop = browser.tab(port, width)) {
            Person examines = new Person(office, caseworker.email(), mailbox, queue);
            Person signs = new Person(table, signatory.email(), mailbox, queue);
            Person employs = new Person(shop, employer.email(), mailbox, queue);

            examines.open(desk);
            examines.signIn();
            examines.open(desk);
            examines.follow("a[href$='/erratum']");
            examines.page().fill("#facts", "L’employeur doit des cotisations depuis deux ans.");
            examines.page().fill("#reason", "Une lettre manquait.");
            examines.follow("form[action$='/erratum'] button[type=submit]:not([name])");
            assertThat(examines.reads()).contains("ce n’est plus une erreur matérielle");
            examines.page().fill("#facts", "Le titre présenté est « visiteur ».");
            examines.follow("form[action$='/erratum'] button[type=submit]:not([name])");
            assertThat(examines.reads()).contains("en attente de signature");

            signs.open("/signature");
            signs.signIn();
            signs(signs, refused);
            queue.runDue();

            employs.open("/dossiers/" + refused.reference());
            employs.signIn();
            employs.open("/dossiers/" + refused.reference());
            assertThat(employs.reads())
                    .contains(
                            "Rectification d’une erreur matérielle dans le refus",
                            "Le titre présenté est « visiteur ».",
                            "La décision, telle qu’elle se lit désormais",
                            "REMPLACÉE LE");
        }
    }

    private Dossier refused() {
        Dossier dossier = requests.inExamination(employer, caseworker);
        decisions.prepare(
                dossier.id(),
                dossier.version(),
                new Decision.Refused(
                        List.of("not-a-student-title"), "Le titre présenté est « visteur »."),
                caseworker);
        requests.sign(dossier.id(), signatory);
        queue.runDue();
        clock.advance(Duration.ofDays(1));
        return dossier;
    }

    private static void answers(Person party, String request, boolean nothing) {
        party.open(request);
        party.follow("#actes a.fr-btn");
        if (nothing) {
            party.follow("button[name=nothing]");
        } else {
            party.follow("form[action*='/observations'] button[type=submit]:not([name])");
            assertThat(party.reads()).contains("dites que vous n’en avez pas");
            party.page().fill("#words", "Le contrat est vrai.");
            party.follow("form[action*='/observations'] button[type=submit]:not([name])");
        }
        assertThat(party.reads()).contains("Vous avez répondu.");
    }

    private static void signs(Person signatory, Dossier dossier) {
        signatory.open("/signature/dossiers/" + dossier.reference());
        signatory.page().click("label[for=confirmed]");
        signatory.follow("form[action$='/signature'] button[type=submit]");
    }

    private String verified(Person anyone) {
        anyone.open("/verifier");
        anyone.page().fill("#number", decided.prepared().orElseThrow().number().value());
        anyone.page().fill("#birth", "12/03/1999");
        anyone.follow("form[action$='/verifier'] button[type=submit]");
        return anyone.reads();
    }
}
