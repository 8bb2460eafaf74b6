package fr.gouv.workinfrance.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.mail.Mailbox.Received;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// Invited people who never answer are reminded, twice at most, until their invitation ends.
@WifTest
class InvitationRemindersTest {

    private static final Pattern LINK = Pattern.compile("/invitation/([\\w-]{43})(?=\\s|$)");
    private static final Actor EMPLOYER = Actor.account(UUID.randomUUID());

    @Autowired Accounts accounts;
    @Autowired Invitations invitations;
    @Autowired Grants grants;
    @Autowired Journal journal;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    private final Scope dossier = new Scope("dossier", UUID.randomUUID().toString());
    private final String email = UUID.randomUUID() + "@example.org";
    private Mailbox mailbox;
    private Issued issued;

    @BeforeEach
    void invited() {
        clock.set(SettableClock.START);
        mailbox = Mailbox.open(sender);
        issued =
                invitations.invite(
                        email, "worker", dossier, "fr", EMPLOYER, "Ana Silva", "dossier A");
        queue.runDue();
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void who_does_not_answer_is_reminded_after_three_days_and_after_seven_and_then_left_alone() {
        after(Duration.ofDays(3).minusMinutes(1));
        assertThat(letters()).hasSize(1);

        after(Duration.ofMinutes(1));
        after(Duration.ofMinutes(1));
        assertThat(letters()).as("once, however often the queue looks").hasSize(2);
        assertThat(letters().getLast().subject()).contains("Ana Silva", "attend votre réponse");
        assertThat(letters().getLast().text())
                .contains("dossier A", "n’a pas changé", "Deux rappels au plus")
                .doesNotContain(issued.code());

        after(Duration.ofDays(4));
        assertThat(letters()).hasSize(3);
        after(Duration.ofDays(6));
        assertThat(letters()).hasSize(3);
        assertThat(acts())
                .containsExactly("invitation.sent", "invitation.reminded", "invitation.reminded");
    }

    @Test
    void every_link_that_was_sent_opens_the_file_with_the_one_code_and_all_serve_once() {
        after(Duration.ofDays(3));
        Account worker = accounts.create(email, "fr");
        String first = token(letters().getFirst());
        String second = token(letters().getLast());
        assertThat(second).isNotEqualTo(first);

        assertThat(invitations.state(first)).isInstanceOf(InvitationState.Open.class);
        assertThat(invitations.accept(second, issued.code(), worker))
                .isInstanceOf(Acceptance.Joined.class);
        assertThat(invitations.state(first)).isEqualTo(new InvitationState.Gone());
        assertThat(invitations.accept(first, issued.code(), worker))
                .isEqualTo(new Acceptance.Gone());
    }

    @Test
    void who_has_answered_or_is_no_longer_invited_is_not_reminded() {
        invitations.revoke(issued.id(), EMPLOYER);
        after(Duration.ofDays(3));

        assertThat(letters()).hasSize(1);
        invitations.remind(issued.id());
        queue.runDue();
        assertThat(letters()).as("nor by a task that came late").hasSize(1);
    }

    @Test
    void a_queue_that_was_down_for_a_week_does_not_send_two_reminders_at_once() {
        after(Duration.ofDays(8));
        after(Duration.ofHours(2));
        assertThat(letters()).hasSize(2);

        after(Duration.ofDays(2));
        assertThat(letters()).hasSize(3);
    }

    @Test
    void one_that_nobody_answered_in_time_is_known_as_expired_and_can_be_sent_anew() {
        after(Duration.ofDays(14));

        assertThat(invitations.on(dossier))
                .singleElement()
                .satisfies(each -> assertThat(each.state()).isEqualTo(Invitation.State.EXPIRED));
        assertThat(acts()).endsWith("invitation.expired");
        Issued again = invitations.reissue(issued.id(), EMPLOYER).orElseThrow();
        queue.runDue();
        assertThat(invitations.accept(token(letters().getLast()), again.code(), someone()))
                .isInstanceOf(Acceptance.Joined.class);
    }

    private Account someone() {
        return accounts.create(UUID.randomUUID() + "@exemple.fr", "fr");
    }

    private void after(Duration time) {
        clock.advance(time);
        queue.start("access-invitations");
    }

    private List<Received> letters() {
        return mailbox.to(email);
    }

    private List<String> acts() {
        return journal.of(new Subject("invitation", issued.id().toString())).stream()
                .map(Entry::act)
                .toList();
    }

    private static String token(Received letter) {
        var found = LINK.matcher(letter.text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
