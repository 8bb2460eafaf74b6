package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.opinion.Consultation;
import fr.gouv.workinfrance.opinion.Inboxes;
import fr.gouv.workinfrance.opinion.Opinion.Verdict;
import fr.gouv.workinfrance.opinion.Opinions;
import fr.gouv.workinfrance.opinion.Reply;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A caseworker asks three administrations at once: one answers, one is late, the time of one
/// passes; the employer follows it from a phone, and the signatory sees what the decision departs
/// from. Each page is looked at by axe.
@WifTest
class OpinionJourney {

    @AutoClose static final Browser browser = Browser.open();

    @Autowired Requests requests;
    @Autowired Accounts accounts;
    @Autowired Opinions opinions;
    @Autowired Inboxes inboxes;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    @BeforeEach
    void morning() {
        clock.set(SettableClock.START);
    }

    @Test
    void three_opinions_in_parallel_one_given_one_late_one_whose_time_passed() {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab desk = browser.tab(port, 1440);
                Tab phone = browser.tab(port, 320)) {
            Person employer = Person.someone(phone, "employeur", mailbox, queue);
            Account caseworker = requests.staff("caseworker", Requests.PREFECTURE);
            Dossier dossier =
                    requests.inExamination(accounts.create(employer.email(), "fr"), caseworker);
            String at = "/instruction/dossiers/" + dossier.reference();
            Person officer = new Person(desk, caseworker.email(), mailbox, queue);
            officer.open(at);
            officer.signIn();
            officer.follow("text=Demander un avis");
            officer.follow("text=Demander cet avis");
            assertThat(officer.reads())
                    .contains("L’envoi n’est pas parti", "Choisissez dans la liste");

            ask(officer, "#what-urssaf-contributions", "L’attestation est datée de juin.");
            ask(officer, "#what-labour-inspectorate-employer-record", "");
            ask(officer, "#what-france-travail-job-offer", "");
            assertThat(officer.reads())
                    .contains("Réponse attendue au plus tard le 30 novembre 2026")
                    .contains("L’attestation est datée de juin.");
            officer.open("/instruction?vue=en-attente-d-un-avis");
            assertThat(officer.reads()).contains(dossier.reference().value());

            employer.open("/dossiers/" + dossier.reference());
            employer.signIn();
            assertThat(employer.reads())
                    .contains("Nous avons demandé à l’URSSAF")
                    .contains("Réponse attendue. L’examen de la demande continue")
                    .doesNotContain("L’attestation est datée de juin.");

            answered(dossier);
            clock.set(Instant.parse("2026-12-08T09:00:00Z"));
            queue.start("opinion-days");

            employer.open("/dossiers/" + dossier.reference());
            employer.signIn();
            employer.open("/dossiers/" + dossier.reference());
            assertThat(employer.reads())
                    .contains("Réponse reçue le", "Avis défavorable", "Deux trimestres dus")
                    .contains("La réponse est en retard")
                    .contains("l’examen continue sans cet avis");
            officer.open(at);
            officer.signIn();
            officer.open(at + "/decision?sens=accord");
            assertThat(officer.reads())
                    .contains("Avis en retard")
                    .contains("Inspection du travail");
            signs(officer, mailbox, dossier, at);
        }
    }

    private static void ask(Person officer, String what, String words) {
        officer.page().click("label[for='" + what.substring(1) + "']");
        officer.page().fill("#words", words);
        officer.follow("text=Demander cet avis");
    }

    private void answered(Dossier dossier) {
        Account member =
                requests.staff(
                        "member",
                        new Scope("office", "urssaf-ile-de-france"),
                        "Paul",
                        "Marchand",
                        "gestionnaire");
        Consultation asked = opinions.of(dossier.id()).getFirst();
        inboxes.answer(
                asked.id(),
                new Reply(
                        Verdict.UNFAVOURABLE,
                        "Deux trimestres dus",
                        Map.of("up_to_date", "behind"),
                        List.of()),
                member);
    }

    /// The decision grants what one opinion is against: whoever signs is told.
    private void signs(Person officer, Mailbox mailbox, Dossier dossier, String at) {
        officer.page().fill("#from", "01/09/2027");
        officer.page().fill("#until", "31/08/2028");
        officer.page().fill("#hours", "35 heures par semaine");
        officer.follow("main form button:has-text('Envoyer à la signature')");
        Account signatory = requests.staff("signatory", Requests.PREFECTURE);
        try (Tab tab = browser.tab(port, 1440)) {
            Person signing = new Person(tab, signatory.email(), mailbox, queue);
            signing.open("/signature/dossiers/" + dossier.reference());
            signing.signIn();
            assertThat(signing.reads())
                    .containsIgnoringCase("La décision s’écarte de cet avis")
                    .contains("Avis défavorable", "Deux trimestres dus", "Pas à jour");
        }
        assertThat(at).contains(dossier.reference().value());
    }
}
