package fr.gouv.workinfrance.employer.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.employer.mandate.Mandate.Giver;
import fr.gouv.workinfrance.employer.mandate.Mandate.Holder;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.mail.Mailbox;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/// Nobody learns of the end of a mandate by being refused.
@WifTest
class MandateEndingTest {

    @Autowired Mandates mandates;
    @Autowired MandateDuties duties;
    @Autowired Requests requests;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @BeforeEach
    void morning() {
        clock.set(SettableClock.START);
    }

    @Test
    void both_are_told_two_weeks_before_a_mandate_ends_and_once() {
        Account school = requests.someone("ecole");
        Account employer = requests.someone("employeur");
        try (Mailbox mailbox = Mailbox.open(sender)) {
            Mandate drafted =
                    mandates.draft(
                            new Proposal(
                                    new Giver("Boulangerie des Lices", "732829320", employer.id()),
                                    new Holder("Paul Martin", "Lycée", school.id()),
                                    new Reach.Requests(null, Set.of(), "les demandes"),
                                    EnumSet.allOf(Power.class),
                                    LocalDate.parse("2026-11-23"),
                                    LocalDate.parse("2026-12-31")),
                            employer);
            mandates.accept(drafted.id(), "Anne Le Goff", "gérante", "x", employer);

            announceAfter(Duration.ofDays(23));
            assertThat(told(mailbox, school)).isZero();
            announceAfter(Duration.ofDays(1));
            announceAfter(Duration.ofDays(1));
            assertThat(told(mailbox, school)).isEqualTo(1);
            assertThat(told(mailbox, employer)).isEqualTo(1);
        }
    }

    private void announceAfter(Duration time) {
        clock.advance(time);
        duties.ending(duties.today().plusDays(14), 200)
                .forEach(mandate -> duties.announce(mandate, Actor.system("test")));
        queue.runDue();
    }

    private static long told(Mailbox mailbox, Account account) {
        return mailbox.to(account.email()).stream()
                .filter(letter -> letter.text().contains("prend fin le"))
                .count();
    }
}
