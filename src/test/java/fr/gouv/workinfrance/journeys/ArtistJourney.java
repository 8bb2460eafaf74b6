package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

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

import java.util.List;
import java.util.UUID;

/// A theatre asks, from a phone, for a dancer who lives in Japan.
@WifTest
class ArtistJourney {

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
    void a_theatre_goes_from_the_questions_to_the_pages_of_whoever_lives_abroad() {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab phone = browser.tab(port, 320)) {
            String email = "theatre-" + UUID.randomUUID() + "@exemple.fr";
            Person theatre = new Person(phone, email, mailbox, queue);
            theatre.open("/demarches/verifier-mon-besoin");
            theatre.page().selectOption("#nationality", "JP");
            theatre.follow("main button[type=submit]");
            answer(theatre, "place-abroad");
            answer(theatre, "contract-artist");
            answer(theatre, "domain-none");
            assertThat(theatre.reads())
                    .contains("Il faut une autorisation de travail")
                    .contains("visa « talent »");
            theatre.follow("text=Se connecter pour commencer");
            theatre.signIn();
            theatre.follow("text=Commencer, comme employeur");
            String request = theatre.page().url();

            theatre.open(request + "/formulaire/home");
            assertThat(theatre.page().isChecked("#lives-abroad")).isTrue();
            assertThat(theatre.reads())
                    .contains("Consulat de France où le visa sera demandé")
                    .doesNotContain("Adresse en France");
            for (String page :
                    List.of(
                            "activity",
                            "contract",
                            "engagement",
                            "person",
                            "home",
                            "travel",
                            "housing")) {
                theatre.open(request + "/formulaire/" + page);
            }
            theatre.open(request);
            assertThat(theatre.reads())
                    .contains("Artiste ou technicien")
                    .doesNotContainIgnoringCase("étudiant");
        }
    }

    private static void answer(Person person, String option) {
        person.page().click("label[for='" + option + "']");
        person.follow("main form button[type=submit]");
    }
}
