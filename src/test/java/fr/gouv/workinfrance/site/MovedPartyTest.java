package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.AddressChanges;
import fr.gouv.workinfrance.access.Challenge;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.mail.Mailbox;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.UnsupportedEncodingException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Someone who changes his address is shown and written to at the new one, in every request where
/// he takes part.
@WifTest
class MovedPartyTest {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Decisions decisions;
    @Autowired AddressChanges changes;
    @Autowired Accounts accounts;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;
    @Autowired SessionRepository<?> sessions;

    @BeforeEach
    void morning() {
        clock.set(SettableClock.START);
    }

    @Test
    void a_party_is_shown_and_written_to_at_the_address_that_its_account_has_today() {
        Account employer = requests.someone("employeur");
        Account caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        Dossier deposited = requests.deposited(employer);
        queue.runDue();
        String next = "nouvelle-" + UUID.randomUUID() + "@exemple.fr";

        try (Mailbox mailbox = Mailbox.open(sender)) {
            UUID change = ((Challenge.Mailed) changes.ask(employer, next)).id();
            queue.runDue();
            Matcher code = CODE.matcher(mailbox.to(next).getLast().text());
            assertThat(code.find()).isTrue();
            changes.confirm(change, code.group(), employer);
            queue.runDue();
            int toldOfTheChange = mailbox.to(employer.email()).size();

            decisions.assign(deposited.id(), caseworker.id(), caseworker);
            decisions.certify(deposited.id(), caseworker);
            queue.runDue();

            assertThat(mailbox.to(next)).as("the code, then what happened").hasSizeGreaterThan(1);
            assertThat(mailbox.to(employer.email())).hasSize(toldOfTheChange);
        }
        Account moved = accounts.account(employer.id()).orElseThrow();
        assertThat(page("/dossiers/" + deposited.reference(), moved))
                .contains(next)
                .doesNotContain(employer.email());
        assertThat(page("/instruction/dossiers/" + deposited.reference(), caseworker))
                .contains(next)
                .doesNotContain(employer.email());
    }

    private String page(String path, Account account) {
        try {
            return mvc.get()
                    .uri(path)
                    .cookie(SignedIn.session(sessions, account, clock.instant()))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
