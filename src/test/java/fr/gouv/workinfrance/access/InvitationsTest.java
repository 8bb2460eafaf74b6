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

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

@WifTest
class InvitationsTest {

    private static final Pattern LINK = Pattern.compile("/invitation/([\\w-]{43})(?=\\s|$)");
    private static final Actor EMPLOYER = Actor.account(UUID.randomUUID());

    @Autowired Accounts accounts;
    @Autowired Invitations invitations;
    @Autowired Grants grants;
    @Autowired Journal journal;
    @Autowired JavaMailSender sender;
    @Autowired JdbcClient jdbc;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    private final Scope dossier = new Scope("dossier", UUID.randomUUID().toString());
    private final String email = UUID.randomUUID() + "@example.org";
    private Mailbox mailbox;
    private Account worker;

    @BeforeEach
    void open() {
        mailbox = Mailbox.open(sender);
        worker = accounts.create("worker-" + email, "fr");
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void the_link_and_the_code_together_open_the_file_once() {
        var issued = invite();
        var token = mailed();
        assertThat(invitations.state(token))
                .isEqualTo(
                        new InvitationState.Open(
                                "worker", "Société Đặng", "dossier A", issued.until()));

        var typed = issued.code().toLowerCase(Locale.ROOT).replace("-", " ");
        assertThat(invitations.accept(token, typed, worker))
                .isEqualTo(new Acceptance.Joined("worker", dossier));

        assertThat(grants.holds(worker.id(), "worker", dossier)).isTrue();
        assertThat(invitations.state(token)).isEqualTo(new InvitationState.Gone());
        assertThat(invitations.accept(token, issued.code(), worker))
                .isEqualTo(new Acceptance.Gone());
        assertThat(invitations.on(dossier))
                .singleElement()
                .satisfies(each -> assertThat(each.state()).isEqualTo(Invitation.State.ACCEPTED));
        assertThat(journal.of(new Subject("invitation", issued.id().toString())))
                .extracting(Entry::act)
                .containsExactly("invitation.sent", "invitation.accepted");
    }

    @Test
    void the_letter_holds_the_link_and_not_the_code() {
        var issued = invite();
        mailed();
        assertThat(issued.code()).matches("[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}");
        assertThat(mailbox.to(email))
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(letter.text() + letter.html())
                                        .doesNotContain(
                                                issued.code(), issued.code().replace("-", ""))
                                        .contains("Société Đặng", "dossier A", "de vive voix"));
        assertThat(issued.toString()).doesNotContain(issued.code());
    }

    @Test
    void five_wrong_codes_shut_it_for_good() {
        var issued = invite();
        var token = mailed();
        for (int left = 4; left > 0; left--) {
            assertThat(invitations.accept(token, "AAAA-AAAA", worker))
                    .isEqualTo(new Acceptance.Wrong(left));
        }
        assertThat(invitations.accept(token, "AAAA-AAAA", worker)).isEqualTo(new Acceptance.Gone());
        assertThat(invitations.accept(token, issued.code(), worker))
                .isEqualTo(new Acceptance.Gone());
        assertThat(grants.of(worker.id())).isEmpty();
        assertThat(invitations.on(dossier).getFirst().state()).isEqualTo(Invitation.State.LOCKED);
    }

    @Test
    void it_lasts_fourteen_days() {
        var issued = invite();
        var token = mailed();
        clock.advance(Duration.ofDays(14).minusSeconds(1));
        assertThat(invitations.state(token)).isInstanceOf(InvitationState.Open.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(invitations.state(token)).isEqualTo(new InvitationState.Gone());
        assertThat(invitations.accept(token, issued.code(), worker))
                .isEqualTo(new Acceptance.Gone());
    }

    @Test
    void one_that_is_revoked_opens_nothing() {
        var issued = invite();
        var token = mailed();
        invitations.revoke(issued.id(), EMPLOYER);
        invitations.revoke(issued.id(), EMPLOYER);
        assertThat(invitations.accept(token, issued.code(), worker))
                .isEqualTo(new Acceptance.Gone());
        assertThat(journal.of(new Subject("invitation", issued.id().toString())))
                .extracting(Entry::act)
                .containsExactly("invitation.sent", "invitation.revoked");
    }

    @Test
    void one_that_is_sent_anew_replaces_the_former() {
        var former = invite();
        var formerToken = mailed();
        var issued = invitations.reissue(former.id(), EMPLOYER).orElseThrow();
        var token = mailed();

        assertThat(invitations.accept(formerToken, former.code(), worker))
                .isEqualTo(new Acceptance.Gone());
        assertThat(invitations.accept(token, issued.code(), worker))
                .isInstanceOf(Acceptance.Joined.class);
        assertThat(invitations.reissue(issued.id(), EMPLOYER)).isEmpty();
        assertThat(invitations.reissue(UUID.randomUUID(), EMPLOYER)).isEmpty();
    }

    @Test
    void of_several_who_accept_at_once_one_joins() throws Exception {
        var issued = invite();
        var token = mailed();
        Callable<Acceptance> accept = () -> invitations.accept(token, issued.code(), worker);
        var outcomes = new ArrayList<Acceptance>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(Collections.nCopies(8, accept))) {
                outcomes.add(each.get());
            }
        }
        assertThat(outcomes).filteredOn(Acceptance.Joined.class::isInstance).hasSize(1);
        assertThat(grants.on(dossier)).hasSize(1);
    }

    @Test
    void neither_the_link_nor_the_code_is_kept() {
        var issued = invite();
        var token = mailed();
        var kept =
                jdbc.sql("select * from access.invitation where id = :id")
                        .param("id", issued.id())
                        .query()
                        .singleRow();
        assertThat(kept.toString())
                .doesNotContain(token, issued.code(), issued.code().replace("-", ""));
    }

    private Issued invite() {
        return invitations.invite(
                email, "worker", dossier, "fr", EMPLOYER, "Société\r\nĐặng", "dossier A");
    }

    private String mailed() {
        queue.runDue();
        var found = LINK.matcher(mailbox.to(email).getLast().text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
