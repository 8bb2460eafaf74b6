package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Acceptance;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Invitation;
import fr.gouv.workinfrance.access.Issued;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// People come, go, are invited again, confirm and deny; nobody reads what another took with him.
@WifTest
class PartyLivesTest {

    private static final Pattern TOKEN = Pattern.compile("/invitation/(\\S+)");

    @Autowired Parties parties;
    @Autowired Dossiers dossiers;
    @Autowired Drafts drafts;
    @Autowired Requests requests;
    @Autowired Journal journal;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account student;
    Dossier draft;

    @BeforeEach
    void draft() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        student = requests.someone("etudiante");
        draft = requests.filled(employer);
    }

    // ---- invitations

    @Test
    void an_invitation_sent_again_has_another_link_and_another_code_and_the_former_are_dead() {
        try (Mailbox mailbox = Mailbox.open(sender)) {
            Issued first = invite();
            String former = token(mailbox);
            Issued second = parties.reissue(draft.id(), first.id(), employer);
            String latter = token(mailbox);

            assertThat(second.code()).isNotEqualTo(first.code());
            assertThat(parties.accept(former, first.code(), student))
                    .isEqualTo(new Acceptance.Gone());
            assertThat(parties.accept(latter, second.code(), student))
                    .isInstanceOf(Acceptance.Joined.class);
        }
    }

    @Test
    void a_revoked_invitation_opens_nothing_and_is_seen_as_such() {
        try (Mailbox mailbox = Mailbox.open(sender)) {
            Issued issued = invite();
            String token = token(mailbox);
            parties.revoke(draft.id(), issued.id(), employer);

            assertThat(parties.accept(token, issued.code(), student))
                    .isEqualTo(new Acceptance.Gone());
            assertThat(parties.invited(draft.id()).get(Part.WORKER).state())
                    .isEqualTo(Invitation.State.REVOKED);
        }
    }

    @Test
    void nobody_touches_the_invitations_of_another_request() {
        Issued issued = invite();
        Account other = requests.someone("autre");
        Dossier elsewhere = requests.empty(other);

        assertThatThrownBy(() -> parties.revoke(elsewhere.id(), issued.id(), other))
                .isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> parties.reissue(elsewhere.id(), issued.id(), other))
                .isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> parties.revoke(draft.id(), issued.id(), other))
                .isInstanceOf(IllegalMove.class);
        assertThat(parties.invited(draft.id()).get(Part.WORKER).state())
                .isEqualTo(Invitation.State.OPEN);
    }

    // ---- leaving and being replaced

    @Test
    void who_leaves_a_draft_takes_with_him_what_he_gave_and_sees_it_no_more() {
        comes();
        requests.answer(draft.id(), student, "title_number", "7700000001");
        drafts.declareUnavailable(draft.id(), "passport", "Au consulat", student);
        parties.leave(draft.id(), student);

        Dossier left = dossiers.dossier(draft.id());
        assertThat(left.party(Part.WORKER)).isEmpty();
        assertThat(left.answers().of("title_number")).isEmpty();
        assertThat(left.attachments().of("passport")).isEmpty();
        assertThat(left.answers().of("job_title")).isPresent();
        assertThat(dossiers.see(draft.id(), student)).isEmpty();
        assertThat(dossiers.see(draft.id(), employer).orElseThrow().fills(Part.WORKER)).isTrue();
    }

    @Test
    void who_files_does_not_leave_and_nobody_leaves_what_is_deposited() {
        comes();
        assertThatThrownBy(() -> parties.leave(draft.id(), employer))
                .isInstanceOf(IllegalMove.class);
        requests.deposit(dossiers.dossier(draft.id()), employer);
        assertThatThrownBy(() -> parties.leave(draft.id(), student))
                .isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> parties.replace(draft.id(), Part.WORKER, employer))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void a_party_that_has_said_nothing_can_be_replaced_and_another_comes_in_its_place() {
        comes();
        requests.answer(draft.id(), student, "title_number", "7700000001");
        parties.replace(draft.id(), Part.WORKER, employer);
        assertThat(dossiers.dossier(draft.id()).answers().of("title_number")).isEmpty();

        Account other = requests.someone("autre");
        requests.join(draft.id(), Part.WORKER, other);
        assertThat(dossiers.dossier(draft.id()).party(Part.WORKER).orElseThrow().account())
                .isEqualTo(other.id());
        assertThat(dossiers.see(draft.id(), student)).isEmpty();
        assertThat(parties.join(draft.id(), student).party(Part.WORKER).orElseThrow().account())
                .as("nor does he come back by a grant that has ended")
                .isEqualTo(other.id());
    }

    @Test
    void nobody_replaces_himself() {
        assertThat(Parties.others(Part.EMPLOYER, List.of(Relation.EMPLOYER))).isFalse();
        assertThat(Parties.others(Part.WORKER, List.of(Relation.EMPLOYER))).isTrue();
    }

    @Test
    void a_party_that_has_confirmed_or_denied_is_not_replaced() {
        comes();
        parties.contest(draft.id(), List.of("contract"), "Pas ces heures", student);
        assertThatThrownBy(() -> parties.replace(draft.id(), Part.WORKER, employer))
                .isInstanceOf(IllegalMove.class);
        parties.attest(draft.id(), student);
        assertThatThrownBy(() -> parties.replace(draft.id(), Part.WORKER, employer))
                .isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> parties.replace(draft.id(), Part.EMPLOYER, employer))
                .as("nor does whoever files replace himself")
                .isInstanceOf(IllegalMove.class);
    }

    // ---- confirming and denying

    @Test
    void what_was_confirmed_has_to_be_confirmed_again_once_it_has_changed() {
        comes();
        parties.attest(draft.id(), student);
        clock.advance(Duration.ofMinutes(1));
        requests.answer(draft.id(), employer, "employer_phone", "01 99 00 12 35");
        assertThat(worker().attestedAt()).as("he does not read that one").isNotNull();

        requests.answer(draft.id(), employer, "gross_pay", "1 200 euros / mois");
        assertThat(worker().attestedAt()).isNull();

        parties.attest(draft.id(), student);
        drafts.declareUnavailable(draft.id(), "contract", "Pas encore signé", employer);
        assertThat(worker().attestedAt()).isNull();
    }

    @Test
    void a_denial_names_the_pages_can_be_taken_back_and_blocks_nothing() {
        comes();
        parties.contest(draft.id(), List.of("contract", "student"), "Pas ces heures", student);
        assertThat(worker().contestation())
                .isEqualTo(
                        new Contestation(
                                clock.instant(), List.of("contract", "student"), "Pas ces heures"));
        assertThat(dossiers.submit(draft.id(), employer, true))
                .isInstanceOf(Submission.Accepted.class);

        parties.retract(draft.id(), student);
        assertThat(worker().silent()).isTrue();
        assertThat(dossiers.dossier(draft.id()).contested()).isFalse();
        assertThatThrownBy(() -> parties.retract(draft.id(), student))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void a_page_that_does_not_exist_is_not_denied() {
        comes();
        assertThatThrownBy(() -> parties.contest(draft.id(), List.of("autre"), "Non", student))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void the_journal_keeps_who_went_and_nothing_of_what_he_wrote() {
        comes();
        parties.contest(draft.id(), List.of("contract"), "Un secret", student);
        parties.retract(draft.id(), student);
        parties.leave(draft.id(), student);

        assertThat(journal.of(draft.id().subject()))
                .extracting(entry -> entry.act())
                .containsSubsequence("JOIN", "CONTEST", "RETRACT", "LEAVE");
        assertThat(journal.of(draft.id().subject()))
                .allSatisfy(
                        entry -> assertThat(entry.facts().toString()).doesNotContain("Un secret"));
    }

    private void comes() {
        requests.join(draft.id(), Part.WORKER, student);
    }

    private Party worker() {
        return dossiers.dossier(draft.id()).party(Part.WORKER).orElseThrow();
    }

    private Issued invite() {
        return parties.invite(draft.id(), Part.WORKER, student.email(), employer, "fr");
    }

    private String token(Mailbox mailbox) {
        queue.runDue();
        Matcher found = TOKEN.matcher(mailbox.to(student.email()).getLast().text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
