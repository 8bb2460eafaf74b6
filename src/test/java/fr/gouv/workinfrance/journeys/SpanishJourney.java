package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Version;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A student who reads Spanish: invited in Spanish by an employer who writes French, he fills his
/// part and attests without a French page.
@WifTest
class SpanishJourney {

    private static final Pattern LINK = Pattern.compile("/es/invitation/\\S+");

    @AutoClose static final Browser browser = Browser.open();

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
    void a_student_invited_in_spanish_fills_his_part_and_attests_in_spanish() {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab office = browser.tab(port, 1440);
                Tab phone = browser.tab(port, 320)) {
            Person employer = Person.someone(office, "employeur", mailbox, queue);
            employer.open("/demarches/" + Requests.PROCEDURE);
            employer.follow("text=Se connecter pour commencer");
            employer.signIn();
            employer.follow("text=Commencer, comme employeur");
            Person student = Person.someone(phone, "estudiante", mailbox, queue);
            String code = invited(employer, student.email());

            student.open(link(student));
            assertThat(student.page().locator("html").getAttribute("lang")).isEqualTo("es");
            student.follow("text=Acceder para unirse");
            student.signIn();
            assertThat(mailbox.to(student.email()).getLast().subject())
                    .isEqualTo("Su código de acceso");
            student.page().fill("#code", code);
            student.follow("main button[type=submit]");
            assertThat(student.reads()).contains("Preparar la solicitud");

            student.page().click("main ol a >> nth=0");
            student.fill(version);
            student.open(student.page().url().replaceFirst("/pieces.*", ""));
            student.follow("text=Leer y confirmar lo que se dice en mi nombre");
            student.follow("text=Confirmo lo que se dice en mi nombre");
            assertThat(student.reads())
                    .contains(student.email(), "Confirmó el 23 de noviembre de 2026");
            assertThat(student.page().url()).contains("/es/dossiers/");
        }
    }

    /// The letter says in Spanish what it is about, and in French what binds.
    private String link(Person student) {
        queue.runDue();
        var letter = student.mailbox().to(student.email()).getLast();
        assertThat(letter.subject()).contains(" le invita a participar en ");
        assertThat(letter.raw()).contains("Content-Language: es");
        assertThat(letter.text())
                .contains("el servicio de autorizaciones de trabajo")
                .contains("El texto francés es el único que da fe")
                .contains("Le français fait foi");
        Matcher link = LINK.matcher(letter.text());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    /// What the employer passes on by word of mouth.
    private static String invited(Person employer, String email) {
        employer.follow("text=Inviter la personne à embaucher");
        employer.page().fill("#email", email);
        employer.page().selectOption("#language", "es");
        employer.follow("main button[type=submit]");
        return employer.page().locator(".fr-callout__title").innerText();
    }
}
