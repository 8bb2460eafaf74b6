package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Version;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;

import java.time.Duration;
import java.time.LocalDate;

/// A student with a mandate, on a phone: the employer accepts it by a link and a code, the student
/// deposits; the employer withdraws it, and the student can act for it no more.
@WifTest
class MandateJourney {

    @AutoClose static final Browser browser = Browser.open();

    @Autowired Requests requests;
    @Autowired Procedures procedures;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    @BeforeEach
    void morning() {
        clock.set(SettableClock.START);
    }

    @Test
    void a_student_deposits_under_a_mandate_that_the_employer_accepts_online_then_withdraws() {
        Version version = procedures.current(Requests.PROCEDURE, LocalDate.parse("2026-11-23"));
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab phone = browser.tab(port, 320);
                Tab office = browser.tab(port, 1440);
                Tab desk = browser.tab(port, 1440)) {
            Person student = Person.someone(phone, "etudiante", mailbox, queue);
            Person employer = Person.someone(office, "employeur", mailbox, queue);

            student.open("/demarches/" + Requests.PROCEDURE);
            student.follow("text=Se connecter pour commencer");
            student.signIn();
            student.follow(
                    "text=Commencer, pour mon propre contrat, avec un mandat de l’employeur");
            String reference = student.page().url().replaceAll(".*/dossiers/", "");
            student.page().click("main ol a >> nth=0");
            student.fill(version);

            String code = asked(student, reference, employer.email());
            accepts(employer, code);
            queue.runDue();

            student.open("/dossiers/" + reference + "/pieces");
            assertThat(student.reads()).as("it answers the piece").contains("mandat-M-");
            deposits(student, reference);
            queue.runDue();
            student.open("/dossiers/" + reference);
            assertThat(student.reads()).contains("Demande déposée");
            student.follow("text=Retirer la demande");

            clock.advance(Duration.ofHours(1));
            withdraws(employer);
            student.follow("main form button[type=submit]");
            assertThat(student.reads())
                    .as("a page left open says why it does nothing any more")
                    .contains("Le mandat a été retiré")
                    .contains("Il peut continuer lui-même");
            student.follow("main a[href='/mandats']");
            assertThat(student.reads()).containsIgnoringCase("Terminé avant sa fin");

            queue.runDue();
            for (Person told : new Person[] {student, employer}) {
                assertThat(mailbox.to(told.email()))
                        .anyMatch(letter -> letter.text().contains("a retiré ce mandat"));
            }
            employer.open("/dossiers/" + reference);
            assertThat(employer.reads())
                    .contains("Demande déposée")
                    .contains("Le mandat a pris fin");

            Account caseworker = requests.staff("caseworker", Requests.PREFECTURE);
            Person officer = new Person(desk, caseworker.email(), mailbox, queue);
            officer.open("/instruction/dossiers/" + reference);
            officer.signIn();
            assertThat(officer.reads())
                    .contains("En vigueur au moment du dépôt")
                    .contains("Accepté en ligne")
                    .contains("Retiré par l’employeur");
        }
    }

    /// What the student gives the employer by word of mouth.
    private static String asked(Person student, String reference, String employer) {
        student.open("/dossiers/" + reference);
        student.follow("text=Préparer un mandat");
        student.page().fill("#until", "22/11/2026");
        student.follow("main form button[type=submit]");
        assertThat(student.reads()).contains("Le dernier jour est avant le premier");
        student.page().fill("#until", "22/11/2027");
        student.page().click("label[for=power-TAKE_BACK]");
        student.follow("main form button[type=submit]");
        assertThat(student.reads())
                .contains("Rien n’est donné encore")
                .contains("article 1989 du code civil");
        student.page().fill("#email", employer);
        student.follow("form[action$='/invitation'] button");
        return student.page().locator(".fr-callout__title").innerText();
    }

    private static void accepts(Person employer, String code) {
        employer.open(employer.invited());
        employer.follow("text=Se connecter pour la rejoindre");
        employer.signIn();
        employer.page().fill("#code", code);
        employer.follow("main button[type=submit]");
        employer.follow("form[action$='/acceptation'] button");
        assertThat(employer.reads()).contains("Cochez cette case pour donner le mandat");
        employer.page().fill("#person", "Anne Le Goff");
        employer.page().fill("#capacity", "Gérante");
        employer.page().click("label[for=confirmed]");
        employer.follow("form[action$='/acceptation'] button");
        assertThat(employer.reads())
                .contains("Accepté en ligne")
                .containsIgnoringCase("En vigueur");
    }

    private static void deposits(Person student, String reference) {
        student.open("/dossiers/" + reference);
        student.follow("text=Vérifier et déposer");
        student.page().click("label[for=statement]");
        student.follow("form[action$='/depot'] button");
    }

    private static void withdraws(Person employer) {
        employer.follow("main a[href$='/fin']");
        employer.follow("main form[action$='/fin'] button");
        assertThat(employer.reads()).contains("Retiré par l’employeur");
    }
}
