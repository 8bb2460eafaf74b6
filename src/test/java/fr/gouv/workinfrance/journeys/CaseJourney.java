package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.site.Images;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;

import java.io.ByteArrayInputStream;

/// Two caseworkers on one dossier, at a desk and on a telephone. Each page is looked at by axe.
@WifTest
class CaseJourney {

    @AutoClose static final Browser browser = Browser.open();

    @Autowired Requests requests;
    @Autowired Drafts drafts;
    @Autowired Documents documents;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    private Account caseworker;
    private Account colleague;
    private String at;

    @BeforeEach
    void deposited() {
        clock.set(SettableClock.START);
        Account employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        colleague =
                requests.staff("caseworker", Requests.PREFECTURE, "Omar", "Benali", "instructeur");
        Dossier draft = requests.filled(employer);
        byte[] image = Images.png();
        var received =
                (Reception.Received)
                        documents.store(
                                new ByteArrayInputStream(image),
                                "contrat.png",
                                image.length,
                                employer.actor());
        drafts.attach(draft.id(), "contract", received.document().id(), employer);
        at = "/instruction/dossiers/" + requests.deposit(draft, employer).reference();
        queue.runDue();
    }

    @Test
    void two_people_see_each_other_and_what_one_ticks_off_the_other_reads() {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab wide = browser.tab(port, 1440);
                Tab narrow = browser.tab(port, 320)) {
            Person claire = new Person(wide, caseworker.email(), mailbox, queue);
            Person omar = new Person(narrow, colleague.email(), mailbox, queue);
            claire.open(at);
            claire.signIn();
            omar.open(at);
            omar.signIn();
            assertThat(omar.reads()).contains("Claire Vidal a aussi ce dossier ouvert");
            claire.open(at);
            assertThat(claire.reads()).contains("Omar Benali a aussi ce dossier ouvert");

            claire.page().locator("#doutes summary").first().click();
            claire.page().locator("#doutes form button").first().click();
            claire.tab().isSound();
            assertThat(claire.reads()).contains("Écrivez pourquoi, en 300 caractères au plus");
            claire.page().fill("#doubt-1", "Lisible à l’écran");
            claire.follow("#doutes form button >> nth=0");
            omar.open(at);
            assertThat(omar.reads())
                    .containsIgnoringCase("Doute levé")
                    .contains("Par Claire Vidal", "Lisible à l’écran");

            omar.page().fill("#note", "À rappeler lundi.");
            omar.follow("text=Ajouter la note");
            claire.open(at);
            assertThat(claire.reads()).contains("Omar Benali", "À rappeler lundi.");
        }
    }

    @Test
    void one_key_goes_to_a_part_of_the_page_unless_it_is_typed_or_turned_off() {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab wide = browser.tab(port, 1440)) {
            Person claire = new Person(wide, caseworker.email(), mailbox, queue);
            claire.open(at);
            claire.signIn();
            claire.page().keyboard().press("n");
            assertThat(claire.page().url()).endsWith("#notes");
            claire.page().focus("#note");
            claire.page().keyboard().type("a?");
            assertThat(claire.page().url()).endsWith("#notes");
            assertThat(claire.page().inputValue("#note")).isEqualTo("a?");

            claire.page().locator("label[for=keys-on]").click();
            claire.open(at);
            assertThat(claire.page().isChecked("#keys-on")).as("it is remembered").isFalse();
            claire.page().keyboard().press("n");
            assertThat(claire.page().url()).doesNotContain("#notes");
        }
    }
}
