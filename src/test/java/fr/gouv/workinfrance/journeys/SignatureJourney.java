package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.mail.Mailbox;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;

/// A decision from its first words to its signature: seen before it is sent, sent back with a
/// reason, prepared again, and signed with another; each page is looked at by axe.
@WifTest
class SignatureJourney {

    @AutoClose static final Browser browser = Browser.open();

    @Autowired Requests requests;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    Account caseworker;
    Account signatory;
    Account head;
    String one;
    String other;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
        head = requests.staff("head", Requests.PREFECTURE);
        Account employer = requests.someone("employeur");
        one = requests.inExamination(employer, caseworker).reference().value();
        other = requests.prepared(employer, caseworker).reference().value();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 320})
    void two_decisions_are_signed_in_one_go_once_one_was_sent_back(int width) {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab desk = browser.tab(port, width);
                Tab table = browser.tab(port, width)) {
            Person examines = new Person(desk, caseworker.email(), mailbox, queue);
            Person signs = new Person(table, signatory.email(), mailbox, queue);

            examines.open("/instruction/dossiers/" + one + "/decision");
            examines.signIn();
            examines.open("/instruction/dossiers/" + one + "/decision?sens=refus");
            examines.open("/instruction/dossiers/" + one + "/decision");
            prepares(examines, "31/08/2028");

            signs.open("/signature");
            signs.signIn();
            signs.open("/signature/dossiers/" + one);
            assertThat(signs.reads()).contains("Tout est accordé comme demandé");
            signs.page().fill("#reason", "Arrêtez à la fin de l’année scolaire.");
            signs.follow("form[action$='/renvoi'] button");

            desk.go("/instruction/dossiers/" + one);
            assertThat(examines.reads()).contains("Arrêtez à la fin de l’année scolaire.");
            examines.open("/instruction/dossiers/" + one + "/decision");
            prepares(examines, "30/06/2028");

            signs.open("/signature/plusieurs?dossier=" + one + "&dossier=" + other);
            assertThat(signs.reads())
                    .contains("Un point diffère de la demande", "30 juin 2028", one, other);
            signs.follow("form[action$='/plusieurs'] button[type=submit]");
            assertThat(signs.reads()).contains("Cochez cette case pour signer");
            signs.page().click("label[for=confirmed]");
            signs.follow("form[action$='/plusieurs'] button[type=submit]");
            assertThat(signs.reads()).contains("2 décisions signées sur 2");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 320})
    void the_head_of_the_service_enters_a_delegation(int width) {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab tab = browser.tab(port, width)) {
            Person heads = new Person(tab, head.email(), mailbox, queue);
            heads.open("/pilotage/prefecture-75/delegations");
            heads.signIn();
            heads.open("/pilotage/prefecture-75/delegations");
            heads.follow("form[action$='/delegations'] button[type=submit]");
            assertThat(heads.reads()).contains("Choisissez un signataire de ce service");
            heads.page().selectOption("#signataire", signatory.id().toString());
            heads.page().fill("#arrete", "75-2026-11-01-00003");
            heads.page().fill("#arrete-du", "2026-11-01");
            heads.page().fill("#recueil", "75-2026-700");
            heads.page().fill("#publie-le", "2026-11-02");
            heads.page().fill("#du", "2026-11-03");
            heads.follow("form[action$='/delegations'] button[type=submit]");
            assertThat(heads.reads()).contains("75-2026-11-01-00003");
        }
    }

    private static void prepares(Person caseworker, String until) {
        caseworker.page().fill("#until", until);
        caseworker.page().click("button[name=apercu]");
        // the pages are in the page itself: it is long to come
        caseworker.page().waitForURL("**/decision#apercu");
        caseworker.tab().isSound();
        assertThat(caseworker.page().locator("#apercu img.wif-preview").count())
                .as("pages of the decision and of the authorization")
                .isGreaterThanOrEqualTo(2);
        assertThat(caseworker.page().inputValue("#until")).isEqualTo(until);
        caseworker.page().click("text=Envoyer à la signature");
        assertThat(caseworker.reads()).containsIgnoringCase("En cours de validation");
    }
}
