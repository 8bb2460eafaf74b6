package fr.gouv.workinfrance.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.access.Telling;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.notification.Notice.Kind;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// What can wait is told as each person prefers; what bears a date of the law never waits.
class DigestTest extends Correspondence {

    @Autowired Digests digests;

    @Test
    void what_can_wait_is_told_in_one_letter_the_next_morning_and_a_decision_at_once() {
        accounts.tell(employer, Telling.DAILY);
        DossierId first = deposited(true);
        DossierId second = deposited(true);
        assertThat(mailbox.to(employer.email())).as("receipts never wait").hasSize(2);

        certify(first);
        certify(second);
        assertThat(mailbox.to(employer.email())).hasSize(2);
        assertThat(about(first, "file complete")).as("the worker chose nothing").hasSize(1);

        clock.set(Instant.parse("2026-11-24T06:59:00Z"));
        queue.runDue();
        assertThat(mailbox.to(employer.email())).hasSize(2);
        clock.set(Instant.parse("2026-11-24T07:00:00Z"));
        queue.runDue();
        assertThat(mailbox.to(employer.email())).hasSize(3);
        assertThat(last(employer.email()).subject()).isEqualTo("2 nouvelles de vos demandes");
        assertThat(last(employer.email()).text())
                .contains(reference(first), reference(second), "dossier complet", "/mon-compte");

        digests.send(new Digest(employer.id(), LocalDate.parse("2026-11-24")));
        queue.runDue();
        assertThat(mailbox.to(employer.email())).as("done again").hasSize(3);

        decisions.begin(first, caseworker);
        prepare(first, granted());
        requests.sign(first, signatory);
        queue.runDue();
        assertThat(last(employer.email()).subject()).contains("une décision a été prise");
    }

    @Test
    void the_notice_names_the_letter_that_told_it() {
        accounts.tell(employer, Telling.DAILY);
        DossierId id = deposited(true);
        certify(id);
        assertThat(told(id).sentAt()).isEmpty();

        clock.set(Instant.parse("2026-11-24T07:00:00Z"));
        queue.runDue();
        assertThat(told(id).sentAt()).contains(clock.instant());
    }

    @Test
    void a_week_ends_on_monday_morning_in_paris() {
        UUID someone = UUID.randomUUID();
        Instant monday = Instant.parse("2026-11-23T06:00:00Z");

        assertThat(Digest.next(someone, Telling.WEEKLY, monday).at())
                .isEqualTo("2026-11-23T07:00:00Z");
        assertThat(Digest.next(someone, Telling.WEEKLY, monday.plus(Duration.ofHours(1))).at())
                .isEqualTo("2026-11-30T07:00:00Z");
        assertThat(Digest.next(someone, Telling.DAILY, monday.plus(Duration.ofMinutes(55))).at())
                .as("what comes while the letter is written is for the next one")
                .isEqualTo("2026-11-24T07:00:00Z");
        assertThat(Digest.read(Digest.next(someone, Telling.DAILY, monday).name()))
                .isEqualTo(Digest.next(someone, Telling.DAILY, monday));
    }

    private void certify(DossierId id) {
        decisions.assign(id, caseworker.id(), caseworker);
        decisions.certify(id, caseworker);
        queue.runDue();
    }

    private Notice told(DossierId id) {
        return notices.of(id).stream()
                .filter(notice -> notice.kind() == Kind.COMPLETENESS)
                .filter(notice -> employer.id().equals(notice.account()))
                .findFirst()
                .orElseThrow();
    }
}
