package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Acceptance;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grant;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Issued;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A request goes on with someone else, or begins again for someone else.
@WifTest
class LeavingTest {

    private static final Pattern TOKEN = Pattern.compile("/invitation/(\\S+)");

    @Autowired Copies copies;
    @Autowired Handovers handovers;
    @Autowired Parties parties;
    @Autowired Dossiers dossiers;
    @Autowired Grants grants;
    @Autowired Requests requests;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Mailbox mailbox;
    Account employer;
    Account student;
    Account colleague;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        mailbox = Mailbox.open(sender);
        employer = requests.someone("employeur");
        student = requests.someone("etudiante");
        colleague = requests.someone("collegue");
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    // ---- for a next hire

    @Test
    void a_next_hire_begins_with_the_employer_and_the_job_and_nothing_of_the_person() {
        Dossier source = requests.deposited(employer);

        Dossier begun = copies.copy(source.id(), employer);

        assertThat(begun.stage()).isInstanceOf(Stage.Draft.class);
        assertThat(begun.origin().takenFrom()).isEqualTo(source.reference());
        for (Known kept :
                new Known[] {
                    Known.EMPLOYER_SIRET, Known.EMPLOYER_NAME, Known.JOB, Known.WORKING_HOURS
                }) {
            assertThat(begun.answers().of(kept.field()).map(Answer::typed))
                    .as(kept.field())
                    .isPresent()
                    .isEqualTo(source.answers().of(kept.field()).map(Answer::typed));
        }
        for (Known left :
                new Known[] {
                    Known.WORKER_SURNAME,
                    Known.WORKER_GIVEN_NAMES,
                    Known.WORKER_BIRTH,
                    Known.WORKER_NATIONALITY,
                    Known.WORKER_EMAIL,
                    Known.CONTRACT_START,
                    Known.CONTRACT_END
                }) {
            assertThat(source.answers().of(left.field())).as(left.field()).isPresent();
            assertThat(begun.answers().of(left.field())).as(left.field()).isEmpty();
        }
        assertThat(begun.answers().of("request_kind")).isEmpty();
        assertThat(begun.attachments().all()).isEmpty();
        assertThat(begun.parties()).extracting(Party::account).containsExactly(employer.id());
    }

    @Test
    void a_worker_and_a_stranger_take_nothing_from_a_request() {
        Dossier source = requests.filled(employer);
        requests.join(source.id(), Part.WORKER, student);

        assertThatThrownBy(() -> copies.copy(source.id(), student)).isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> copies.copy(source.id(), colleague))
                .isInstanceOf(IllegalMove.class);
    }

    // ---- to a colleague

    @Test
    void a_draft_is_handed_over_when_the_colleague_comes_in_and_not_before() {
        Dossier draft = requests.filled(employer);
        requests.join(draft.id(), Part.WORKER, student);
        Issued issued = handovers.offer(draft.id(), colleague.email(), employer, "fr");
        queue.runDue();
        assertThat(dossiers.see(draft.id(), employer)).isPresent();
        assertThat(dossiers.see(draft.id(), colleague)).isEmpty();

        assertThat(parties.accept(token(colleague), issued.code(), colleague))
                .isInstanceOf(Acceptance.Joined.class);
        queue.runDue();

        assertThat(dossiers.see(draft.id(), employer)).isEmpty();
        Seen seen = dossiers.see(draft.id(), colleague).orElseThrow();
        assertThat(seen.relations()).containsExactly(Relation.EMPLOYER);
        assertThat(seen.mayErase()).isTrue();
        assertThat(seen.dossier().answers()).isEqualTo(draft.answers());
        assertThat(grants.on(draft.id().scope()))
                .extracting(Grant::account, Grant::relation)
                .containsExactlyInAnyOrder(
                        tuple(student.id(), "worker"), tuple(colleague.id(), "employer"));
        assertThat(mailbox.to(employer.email()))
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).contains("Vous ne voyez plus"));
        assertThat(mailbox.to(student.email()))
                .singleElement()
                .satisfies(letter -> assertThat(letter.subject()).contains("confiée"));
    }

    @Test
    void a_second_offer_kills_the_first_and_what_was_deposited_changes_hands_no_more() {
        Dossier draft = requests.filled(employer);
        Issued first = handovers.offer(draft.id(), student.email(), employer, "fr");
        Issued second = handovers.offer(draft.id(), colleague.email(), employer, "fr");
        queue.runDue();
        assertThat(parties.accept(token(student), first.code(), student))
                .isEqualTo(new Acceptance.Gone());

        requests.deposit(dossiers.dossier(draft.id()), employer);
        assertThatThrownBy(() -> parties.accept(token(colleague), second.code(), colleague))
                .isInstanceOf(IllegalMove.class);
        assertThat(dossiers.see(draft.id(), employer)).isPresent();
        assertThat(dossiers.see(draft.id(), colleague)).isEmpty();
    }

    @Test
    void only_who_fills_the_part_of_the_employer_hands_it_over() {
        Dossier draft = requests.filled(employer);
        requests.join(draft.id(), Part.WORKER, student);

        assertThatThrownBy(() -> handovers.offer(draft.id(), "x@exemple.fr", student, "fr"))
                .isInstanceOf(IllegalMove.class);
    }

    private String token(Account invited) {
        Matcher found = TOKEN.matcher(mailbox.to(invited.email()).getLast().text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
