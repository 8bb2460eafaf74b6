package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.mail.Mailbox;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;

import java.util.List;

/// A refusal that is opened, contested, and lifted: each page is looked at by axe.
@WifTest
class AppealJourney {

    @AutoClose static final Browser browser = Browser.open();

    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    Account employer;
    Account caseworker;
    Account signatory;
    String reference;

    @BeforeEach
    void refusal() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
        DossierId id = requests.inExamination(employer, caseworker).id();
        decisions.prepare(
                id,
                dossiers.dossier(id).version(),
                new Decision.Refused(List.of("not-a-student-title"), "Le titre est « visiteur »."),
                caseworker);
        requests.sign(id, signatory);
        queue.runDue();
        reference = dossiers.dossier(id).reference().value();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 320})
    void an_appeal_is_deposited_answered_and_brings_the_request_back_to_examination(int width) {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab one = browser.tab(port, width);
                Tab two = browser.tab(port, width);
                Tab three = browser.tab(port, width)) {
            Person asks = new Person(one, employer.email(), mailbox, queue);
            Person examines = new Person(two, caseworker.email(), mailbox, queue);
            Person signs = new Person(three, signatory.email(), mailbox, queue);

            asks.open("/dossiers/" + reference);
            asks.signIn();
            asks.open("/dossiers/" + reference);
            assertThat(asks.reads()).contains("Après ce refus", "23 janvier 2027");
            asks.follow("a[href$='/recours']");
            asks.follow("form[action*='/recours'] button[type=submit]");
            assertThat(asks.reads()).contains("Choisissez ce que vous voulez faire.");
            asks.page().click("label[for=voie-gracieux]");
            asks.page().fill("#words", "Le titre est celui d’étudiant.");
            asks.follow("form[action*='/recours'] button[type=submit]");
            queue.runDue();
            asks.open("/dossiers/" + reference + "/recours");
            assertThat(asks.reads()).contains("Accusé de réception", "23 mars 2027");

            examines.open("/instruction/recours");
            examines.signIn();
            examines.open("/instruction/recours");
            examines.follow("a[href*='/instruction/recours/']:text('" + reference + "')");
            examines.follow("form[action$='/prise-en-charge'] button");
            examines.follow("a[href$='sens=retrait']");
            examines.follow("form[action$='/reponse'] button[type=submit]:not([name])");
            assertThat(examines.reads()).contains("Écrivez les raisons");
            examines.page().fill("#reason", "Le titre est bien celui d’étudiant.");
            examines.follow("form[action$='/reponse'] button[type=submit]:not([name])");
            assertThat(examines.reads()).contains("Une réponse attend sa signature");

            signs.open("/signature/dossiers/" + reference);
            signs.signIn();
            signs.open("/signature/dossiers/" + reference);
            signs.page().click("label[for=confirmed]");
            signs.follow("form[action$='/signature'] button[type=submit]");
            queue.runDue();

            asks.open("/dossiers/" + reference);
            assertThat(asks.reads()).contains("la demande est examinée de nouveau");
            examines.open("/instruction/dossiers/" + reference);
            assertThat(examines.reads()).contains("Suite favorable");
        }
    }
}
