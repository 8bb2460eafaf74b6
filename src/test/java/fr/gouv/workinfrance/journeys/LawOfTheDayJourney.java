package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.mail.Mailbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;

import java.time.Instant;

/// The order of 3 January 2025 is in force on the 12th: what someone sees of a request deposited on
/// the eve, and of one that he was still filling; each page is looked at by axe.
@WifTest
class LawOfTheDayJourney {
    private static final Instant EVE = Instant.parse("2025-01-11T20:00:00Z");
    private static final Instant AFTER_MIDNIGHT = Instant.parse("2025-01-11T23:10:00Z");
    private static final String ADDED = "Attestation de paiement des cotisations sociales";

    @AutoClose static final Browser browser = Browser.open();

    @Autowired Requests requests;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    @BeforeEach
    void eve() {
        clock.set(EVE);
    }

    @AfterEach
    void today() {
        clock.set(SettableClock.START);
    }

    @Test
    void a_request_keeps_the_law_of_its_deposit_and_a_draft_is_told_what_changed() {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab tab = browser.tab(port, 375)) {
            Account account = requests.someone("employeur");
            Person employer = new Person(tab, account.email(), mailbox, queue);
            employer.open("/connexion");
            employer.signIn();
            String deposited = "/dossiers/" + deposited(account).reference();
            String draft = "/dossiers/" + filled(account).reference();
            employer.open(deposited);
            String limit = "11 mars 2025";
            assertThat(employer.reads()).contains(limit);
            employer.open(draft);
            assertThat(employer.reads()).doesNotContain("Les règles ont changé");
            employer.open(draft + "/pieces");
            assertThat(employer.reads()).doesNotContain(ADDED);

            clock.set(AFTER_MIDNIGHT);

            employer.open(draft);
            assertThat(employer.reads())
                    .contains("Les règles ont changé depuis que vous avez commencé")
                    .contains("Document que vous pouvez joindre : " + ADDED)
                    .contains("arrêté du 3 janvier 2025");
            employer.open(draft + "/pieces");
            assertThat(employer.reads()).contains(ADDED);
            employer.open("/en" + draft);
            assertThat(employer.reads()).contains("The rules have changed since you began");
            employer.open(draft + "/recapitulatif");
            assertThat(employer.reads()).contains("Les règles ont changé");
            employer.page().click("label[for=statement]");
            employer.follow("main form button[type=submit]");
            assertThat(employer.reads())
                    .contains("12 mars 2025")
                    .doesNotContain("Les règles ont changé");

            employer.open(deposited);
            assertThat(employer.reads())
                    .contains(limit)
                    .doesNotContain("Les règles ont changé")
                    .doesNotContain(ADDED);
        }
    }

    private Dossier deposited(Account account) {
        return requests.deposit(filled(account), account);
    }

    /// The catalogue's examples, of a student who came before that day.
    private Dossier filled(Account account) {
        Dossier draft = requests.filled(account);
        requests.answer(draft.id(), account, "first_stay", "15/09/2023");
        return draft;
    }
}
