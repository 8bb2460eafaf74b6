package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.mail.Mailbox;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;

import java.util.UUID;

/// Three people ask whether an authorization is needed, and come to three different ends.
@WifTest
class NeedJourney {

    @AutoClose static final Browser browser = Browser.open();

    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    @BeforeEach
    void morning() {
        clock.set(SettableClock.START);
    }

    @Test
    void an_employer_learns_from_a_phone_without_javascript_that_an_italian_needs_none() {
        try (Tab phone = browser.tabWithoutJavaScript(port, 320)) {
            phone.go("/");
            phone.page().click("main a[href='/demarches/verifier-mon-besoin']");
            phone.isSound();
            phone.page().click("main button[type=submit]");
            assertThat(reads(phone)).contains("Choisissez une réponse.");
            phone.isSound();
            phone.page().selectOption("#nationality", "IT");
            phone.page().click("main button[type=submit]");
            assertThat(reads(phone))
                    .contains("Aucune autorisation de travail n’est nécessaire")
                    .contains("R5221-1");
            phone.isSound();
        }
    }

    @Test
    void a_student_learns_with_the_keyboard_alone_that_a_declaration_is_enough() {
        try (Tab desk = browser.tab(port, 1440)) {
            desk.go("/en/demarches/verifier-mon-besoin");
            desk.isSound();
            keyboard(desk, "#nationality", "Senegalese");
            choose(desk, "place", 1);
            choose(desk, "document", 1);
            choose(desk, "contract", 1);
            keyboard(desk, "#hours", "nine hundred");
            assertThat(reads(desk)).contains("Write a number of hours");
            desk.isSound();
            desk.page().locator("#hours").fill("");
            keyboard(desk, "#hours", "900");
            assertThat(reads(desk))
                    .contains("No authorization, but a declaration by the employer")
                    .contains("R5221-27")
                    .contains("two working days");
            desk.isSound();
        }
    }

    @Test
    void an_employer_goes_from_the_questions_to_a_request_that_has_the_answers() {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab desk = browser.tab(port, 1440)) {
            String email = "besoin-" + UUID.randomUUID() + "@exemple.fr";
            Person employer = new Person(desk, email, mailbox, queue);
            employer.open("/demarches/etudiant-professionnalisation");
            employer.follow("text=Vérifier en quelques questions");
            employer.page().selectOption("#nationality", "SN");
            employer.follow("main button[type=submit]");
            answer(employer, "place-in_france");
            answer(employer, "document-student");
            answer(employer, "contract-apprenticeship");
            employer.follow("dd a >> nth=3");
            answer(employer, "contract-professionalisation");
            answer(employer, "first_year-no");
            employer.page().fill("#hours", "1 820");
            employer.follow("main form button[type=submit]");
            assertThat(employer.reads()).contains("Il faut une autorisation de travail");
            String here = employer.page().url();

            employer.follow("text=Se connecter pour commencer");
            employer.signIn();
            assertThat(employer.page().url()).isEqualTo(here);
            employer.follow("text=Commencer, comme employeur");
            assertThat(employer.page().url()).contains("/dossiers/");

            employer.open(employer.page().url() + "/formulaire/student");
            assertThat(employer.page().inputValue("#nationality")).isEqualTo("SN");
            employer.page().selectOption("#nationality", "ML");
            assertThat(employer.page().inputValue("#nationality")).isEqualTo("ML");
        }
    }

    private static void answer(Person person, String option) {
        person.page().click("label[for='" + option + "']");
        person.follow("main form button[type=submit]");
    }

    private static String reads(Tab tab) {
        return tab.page().locator("main").innerText();
    }

    /// Goes to a field by the tabulation key, types, and sends by the return key.
    private static void keyboard(Tab tab, String field, String typed) {
        reach(tab, field);
        tab.page().keyboard().type(typed);
        send(tab);
    }

    /// Chooses the option of that rank by the arrows.
    private static void choose(Tab tab, String question, int rank) {
        reach(tab, "input[name='" + question + "'][type=radio]");
        tab.page().keyboard().press("Space");
        for (int at = 1; at < rank; at++) {
            tab.page().keyboard().press("ArrowDown");
        }
        send(tab);
        tab.isSound();
    }

    private static void send(Tab tab) {
        reach(tab, "main button[type=submit]");
        String before = tab.page().url();
        tab.page().keyboard().press("Enter");
        tab.page().waitForURL(url -> !url.equals(before));
    }

    private static void reach(Tab tab, String field) {
        Locator wanted = tab.page().locator(field).first();
        for (int presses = 0; presses < 60; presses++) {
            if ((Boolean) wanted.evaluate("field => field === document.activeElement")) {
                return;
            }
            tab.page().keyboard().press("Tab");
        }
        throw new AssertionError("not reached by the keyboard: " + field);
    }
}
