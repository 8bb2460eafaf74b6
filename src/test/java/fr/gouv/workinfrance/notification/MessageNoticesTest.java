package fr.gouv.workinfrance.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Telling;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Messages;
import fr.gouv.workinfrance.dossier.Writing;
import fr.gouv.workinfrance.mail.Delivery;
import fr.gouv.workinfrance.mail.Mailbox.Received;
import fr.gouv.workinfrance.notification.Notice.Kind;
import fr.gouv.workinfrance.notification.Notice.Recipient;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Who is told that a message waits, and whom the last letter did not reach.
class MessageNoticesTest extends Correspondence {

    private static final String SECRET = "Votre salaire est de 2 100 euros.";

    @Autowired Messages messages;

    @Test
    void those_for_whom_it_is_are_told_that_a_message_waits_and_nothing_of_it() {
        DossierId id = deposited(true);
        answer(id, Part.WORKER);

        Received letter = last(worker.email());
        assertThat(letter.subject()).contains("a message is waiting for you", reference(id));
        assertThat(letter.text()).contains("/en/dossiers/" + reference(id));
        assertThat(letter.raw() + letter.text() + letter.html())
                .doesNotContain("2 100", "salaire", caseworker.displayName());
        assertThat(about(id, "un message vous attend")).as("the employer").isEmpty();
    }

    @Test
    void every_message_is_told_were_there_several_in_a_day() {
        DossierId id = deposited(true);
        answer(id, Part.EMPLOYER);
        clock.advance(Duration.ofMinutes(5));
        answer(id, Part.EMPLOYER);

        assertThat(about(id, "un message vous attend")).hasSize(2);
    }

    @Test
    void the_office_is_told_once_in_a_day_that_the_parties_wrote() {
        DossierId id = deposited(true);
        write(id, worker);
        clock.advance(Duration.ofMinutes(5));
        write(id, employer);
        assertThat(mailbox.to(OFFICE))
                .filteredOn(letter -> letter.subject().contains(reference(id)))
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(letter.text())
                                        .contains("/instruction/dossiers/" + reference(id)));

        clock.advance(Duration.ofDays(1));
        write(id, worker);
        assertThat(mailbox.to(OFFICE))
                .filteredOn(letter -> letter.subject().contains(reference(id)))
                .hasSize(2);
    }

    @Test
    void who_prefers_news_grouped_is_told_with_the_others() {
        DossierId id = deposited(true);
        accounts.tell(employer, Telling.DAILY);
        answer(id, Part.EMPLOYER);
        assertThat(about(id, "un message vous attend")).isEmpty();

        queue.runAfter(Duration.ofDays(1));
        assertThat(last(employer.email()).text()).contains("message", reference(id));
    }

    @Test
    void the_last_letter_alone_says_whether_someone_is_reached() {
        Instant day = Instant.parse("2026-11-23T09:00:00Z");
        Notice sent = notice(Recipient.EMPLOYER, day, new Delivery.Sent(day));
        Notice refused =
                notice(
                        Recipient.EMPLOYER,
                        day.plus(Duration.ofDays(1)),
                        new Delivery.Refused(day, "5.1.1"));
        Notice waiting =
                notice(Recipient.EMPLOYER, day.plus(Duration.ofDays(2)), new Delivery.Queued(day));
        Notice again =
                notice(Recipient.EMPLOYER, day.plus(Duration.ofDays(3)), new Delivery.Sent(day));
        Notice bounced = notice(Recipient.WORKER, day, new Delivery.Bounced(day, "5.2.2"));

        assertThat(Notice.unreached(List.of(refused, sent, waiting)))
                .containsExactly(Recipient.EMPLOYER);
        assertThat(Notice.unreached(List.of(sent, refused, waiting, again))).isEmpty();
        assertThat(Notice.unreached(List.of(sent, bounced))).containsExactly(Recipient.WORKER);
    }

    private static Notice notice(Recipient to, Instant at, Delivery delivery) {
        return new Notice(Kind.MESSAGE, to, null, at, delivery, null);
    }

    private void answer(DossierId id, Part... to) {
        assertThat(messages.answer(id, Set.of(to), SECRET, List.of(), caseworker))
                .isInstanceOf(Writing.Written.class);
        queue.runDue();
    }

    private void write(DossierId id, Account by) {
        assertThat(messages.write(id, SECRET, List.of(), by)).isInstanceOf(Writing.Written.class);
        queue.runDue();
    }
}
