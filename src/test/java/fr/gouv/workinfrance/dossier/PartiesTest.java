package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Acceptance;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Issued;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Nobody speaks in another's name.
@WifTest
class PartiesTest {

    private static final Pattern TOKEN = Pattern.compile("/invitation/(\\S+)");

    @Autowired Parties parties;
    @Autowired Dossiers dossiers;
    @Autowired Grants grants;
    @Autowired Requests requests;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account student;
    Account stranger;
    Dossier draft;

    @BeforeEach
    void draft() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        student = requests.someone("etudiante");
        stranger = requests.someone("inconnu");
        draft = requests.filled(employer);
    }

    @Test
    void an_invitation_sent_to_a_wrong_address_dies_with_the_next_one() {
        try (Mailbox mailbox = Mailbox.open(sender)) {
            Issued wrong = invite(stranger);
            Issued right = invite(student);
            queue.runDue();

            assertThat(parties.accept(token(mailbox, stranger), wrong.code(), stranger))
                    .isEqualTo(new Acceptance.Gone());
            assertThat(parties.accept(token(mailbox, student), right.code(), student))
                    .isInstanceOf(Acceptance.Joined.class);
            assertThat(dossiers.dossier(draft.id()).party(Part.WORKER).orElseThrow().account())
                    .isEqualTo(student.id());
        }
    }

    @Test
    void who_holds_a_grant_for_a_part_that_another_fills_is_nothing_to_the_dossier() {
        requests.join(draft.id(), Part.WORKER, student);
        grants.give(
                stranger.id(),
                Relation.WORKER.granted(),
                draft.id().scope(),
                clock.instant(),
                null,
                Actor.system("test"));

        assertThat(dossiers.see(draft.id(), stranger)).isEmpty();
        assertThatThrownBy(() -> parties.attest(draft.id(), stranger))
                .isInstanceOf(IllegalMove.class);
        assertThat(parties.join(draft.id(), stranger).party(Part.WORKER).orElseThrow().account())
                .isEqualTo(student.id());
    }

    @Test
    void nobody_is_invited_to_hold_a_mandate() {
        requests.join(draft.id(), Part.WORKER, student);

        assertThatThrownBy(
                        () ->
                                parties.invite(
                                        draft.id(),
                                        Part.MANDATE_HOLDER,
                                        student.email(),
                                        student,
                                        "fr"))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void whoever_files_confirms_its_part_by_the_statement_on_honour() {
        dossiers.submit(draft.id(), employer, true);

        assertThat(dossiers.dossier(draft.id()).party(Part.EMPLOYER).orElseThrow().attestedAt())
                .isEqualTo(clock.instant());
    }

    private Issued invite(Account invited) {
        return parties.invite(draft.id(), Part.WORKER, invited.email(), employer, "fr");
    }

    private static String token(Mailbox mailbox, Account invited) {
        Matcher found = TOKEN.matcher(mailbox.to(invited.email()).getLast().text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
