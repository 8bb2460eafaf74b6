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
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.employer.mandate.Mandate;
import fr.gouv.workinfrance.employer.mandate.Mandate.Giver;
import fr.gouv.workinfrance.employer.mandate.Mandate.Holder;
import fr.gouv.workinfrance.employer.mandate.Mandate.State;
import fr.gouv.workinfrance.employer.mandate.Mandates;
import fr.gouv.workinfrance.employer.mandate.Power;
import fr.gouv.workinfrance.employer.mandate.Proposal;
import fr.gouv.workinfrance.employer.mandate.Reach;
import fr.gouv.workinfrance.employer.mandate.StaleMandate;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.procedure.Part;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A request filed under a mandate: its holder acts within it and not beyond (R5221-1 II of the
/// Code du travail, 1989 and 2004 of the Code civil).
@WifTest
class MandatedRequestTest {

    private static final Pattern TOKEN = Pattern.compile("/invitation/(\\S+)");
    private static final String LICES = "73282932000074";

    @Autowired Mandates mandates;
    @Autowired Drafts drafts;
    @Autowired Dossiers dossiers;
    @Autowired Requests requests;
    @Autowired Grants grants;
    @Autowired Journal journal;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account student;
    Account employer;
    Dossier draft;

    @BeforeEach
    void draft() {
        clock.set(SettableClock.START);
        student = requests.someone("etudiante");
        employer = requests.someone("employeur");
        draft = requests.fill(drafts.open(Requests.PROCEDURE, Part.WORKER, student, "fr"), student);
    }

    @Test
    void without_a_recorded_mandate_a_student_deposits_and_the_office_looks_at_the_paper() {
        requests.answer(draft.id(), student, "mandate_date", "20/11/2026");
        assertThat(dossiers.submit(draft.id(), student, true))
                .isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void the_mandate_that_the_employer_accepts_answers_the_piece_by_itself() {
        given("2026-11-23", "2027-11-22");

        Dossier seen = dossiers.see(draft.id(), student).orElseThrow().dossier();
        assertThat(seen.attachments().of("mandate"))
                .singleElement()
                .isInstanceOf(Attachment.Joined.class);
        Dossier deposited = requests.deposit(draft, student);
        assertThat(deposited.attachments().of("mandate"))
                .as("it is part of the file for ever")
                .singleElement()
                .isInstanceOf(Attachment.Joined.class);
    }

    @Test
    void the_employer_who_accepted_takes_part_and_the_student_still_fills_its_part() {
        given("2026-11-23", "2027-11-22");

        assertThat(dossiers.see(draft.id(), employer).orElseThrow().relations())
                .containsExactly(Relation.EMPLOYER);
        requests.answer(draft.id(), student, "employer_name", "Boulangerie des Halles");
        requests.answer(draft.id(), employer, "employer_name", "Boulangerie des Lices");
        assertThat(dossiers.dossier(draft.id()).answers().text("employer_name"))
                .contains("Boulangerie des Lices");
    }

    @Test
    void a_mandate_that_ended_yesterday_does_not_allow_a_deposit() {
        given("2026-11-23", "2026-11-25");
        clock.advance(Duration.ofDays(3));

        refused(Why.MANDATE_EXPIRED, () -> dossiers.submit(draft.id(), student, true));
        assertThat(dossiers.see(draft.id(), student).orElseThrow().may(Act.SUBMIT)).isFalse();
    }

    @Test
    void a_mandate_to_fill_does_not_allow_a_deposit() {
        given(EnumSet.of(Power.FILL), "2026-11-23", "2027-11-22");

        requests.answer(draft.id(), student, "employer_name", "Boulangerie des Halles");
        refused(Why.MANDATE_OTHER_POWER, () -> dossiers.submit(draft.id(), student, true));
    }

    @Test
    void withdrawing_ends_all_that_is_done_for_the_employer_and_the_request_is_the_employer_s() {
        Mandate mandate = given("2026-11-23", "2027-11-22");
        mandates.end(mandate.id(), employer);

        refused(Why.MANDATE_WITHDRAWN, () -> dossiers.submit(draft.id(), student, true));
        refused(
                Why.MANDATE_WITHDRAWN,
                () -> requests.answer(draft.id(), student, "employer_name", "Autre"));
        requests.answer(draft.id(), student, "surname", "Diallo");

        queue.runDue();
        Dossier left = dossiers.dossier(draft.id());
        assertThat(left.filer()).isEqualTo(Part.EMPLOYER);
        assertThat(journal.of(draft.id().subject()))
                .extracting(Entry::act)
                .contains("MANDATE_ENDED");
        assertThat(dossiers.submit(draft.id(), employer, true))
                .isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void an_employer_who_is_there_may_file_by_itself_at_any_time() {
        given("2026-11-23", "2027-11-22");

        assertThat(dossiers.fileItself(draft.id(), employer).filer()).isEqualTo(Part.EMPLOYER);
        refused(Why.NOT_ALLOWED, () -> dossiers.fileItself(draft.id(), student));
    }

    @Test
    void a_paper_sent_after_the_employer_withdrew_gives_nothing_back() {
        mandates.end(given("2026-11-23", "2027-11-22").id(), employer);
        clock.advance(Duration.ofMinutes(1));
        Mandate paper = mandates.draft(proposal(reach(), all(), null, "2026-11-23"), student);
        mandates.sign(
                paper.id(),
                new DocumentId(UUID.randomUUID()),
                "Anne Le Goff",
                "gérante",
                LocalDate.parse("2026-11-23"),
                student);

        refused(Why.MANDATE_WITHDRAWN, () -> dossiers.submit(draft.id(), student, true));
    }

    @Test
    void a_school_that_lost_its_mandate_is_told_why_it_does_not_see_the_request_any_more() {
        Account school = requests.someone("ecole");
        Dossier filed = drafts.open(Requests.PROCEDURE, Part.MANDATE_HOLDER, school, "fr");
        Reach reach = new Reach.OneRequest(filed.id().scope(), filed.reference().value(), "une");
        Mandate mandate =
                mandates.draft(
                        new Proposal(
                                new Giver("Boulangerie des Lices", null, employer.id()),
                                new Holder("Paul Martin", "Lycée", school.id()),
                                reach,
                                all(),
                                LocalDate.parse("2026-11-23"),
                                LocalDate.parse("2027-11-22")),
                        school);
        mandates.accept(mandate.id(), "Anne Le Goff", "gérante", "x", employer);
        mandates.end(mandate.id(), school);

        refused(Why.MANDATE_WITHDRAWN, () -> dossiers.see(filed.id(), school));
    }

    @Test
    void only_an_employer_whom_the_house_knows_opens_its_requests_and_only_those_it_says() {
        Account school = requests.someone("ecole");
        Dossier theirs = requests.filled(employer);
        Mandate unknown = wide(school, Set.of(), employer);
        assertThat(unknown.opens()).isFalse();
        assertThat(dossiers.see(theirs.id(), school)).isEmpty();

        grants.give(
                employer.id(),
                "employer_deposits",
                new Scope("employer", "siren:732829320"),
                clock.instant(),
                null,
                Actor.system("test"));
        wide(school, Set.of("73282932000082"), employer);
        assertThat(dossiers.see(theirs.id(), school)).as("another establishment").isEmpty();

        Mandate known = wide(school, Set.of(LICES), employer);
        assertThat(dossiers.see(theirs.id(), school).orElseThrow().relations())
                .containsExactly(Relation.MANDATE_HOLDER);
        mandates.end(known.id(), employer);
        assertThat(dossiers.see(theirs.id(), school)).isEmpty();
    }

    @Test
    void nobody_but_the_two_sees_a_mandate_or_answers_in_their_place() {
        Mandate mandate = mandates.draft(proposal(reach(), all(), null, "2027-11-22"), student);

        assertThat(mandates.see(mandate.id(), employer)).isEmpty();
        assertThatThrownBy(() -> mandates.accept(mandate.id(), "A", "gérante", "x", student))
                .isInstanceOf(StaleMandate.class);
        assertThatThrownBy(() -> mandates.end(mandate.id(), student))
                .isInstanceOf(StaleMandate.class);
    }

    @Test
    void the_employer_comes_in_by_link_and_code_and_both_are_told_of_the_end() {
        try (Mailbox mailbox = Mailbox.open(sender)) {
            Mandate mandate = mandates.draft(proposal(reach(), all(), null, "2027-11-22"), student);
            String code = mandates.ask(mandate.id(), employer.email(), student, "fr").code();
            queue.runDue();
            Matcher link = TOKEN.matcher(mailbox.to(employer.email()).getLast().text());
            assertThat(link.find()).isTrue();
            assertThat(mandates.join(link.group(1), code, employer))
                    .isInstanceOf(Acceptance.Joined.class);
            assertThat(mandates.mandate(mandate.id()).stateAt(clock.instant()))
                    .as("coming in gives nothing")
                    .isEqualTo(State.AWAITING);

            mandates.accept(mandate.id(), "Anne Le Goff", "gérante", "x", employer);
            mandates.end(mandate.id(), employer);
            queue.runDue();
            for (Account told : Set.of(student, employer)) {
                assertThat(mailbox.to(told.email()).getLast().text())
                        .contains("L’employeur a retiré ce mandat");
            }
        }
    }

    private static void refused(Why why, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        IllegalMove.class, refusal -> assertThat(refusal.why()).isEqualTo(why));
    }

    private Mandate given(String from, String until) {
        return given(all(), from, until);
    }

    /// For this request, accepted here by the employer.
    private Mandate given(Set<Power> powers, String from, String until) {
        Mandate drafted = mandates.draft(proposal(reach(), powers, employer.id(), until), student);
        Mandate given = mandates.accept(drafted.id(), "Anne Le Goff", "gérante", "x", employer);
        queue.runDue();
        assertThat(given.from()).isEqualTo(from);
        return mandates.mandate(given.id());
    }

    private Mandate wide(Account school, Set<String> sirets, Account by) {
        Mandate drafted =
                mandates.draft(
                        new Proposal(
                                new Giver("Boulangerie des Lices", "732829320", by.id()),
                                new Holder("Paul Martin", "Lycée", school.id()),
                                new Reach.Requests(null, sirets, "les demandes"),
                                all(),
                                LocalDate.parse("2026-11-23"),
                                LocalDate.parse("2027-11-22")),
                        by);
        return mandates.accept(drafted.id(), "Anne Le Goff", "gérante", "x", by);
    }

    private Reach reach() {
        return new Reach.OneRequest(
                draft.id().scope(), draft.reference().value(), "la demande ci-dessous");
    }

    private static Set<Power> all() {
        return EnumSet.allOf(Power.class);
    }

    private Proposal proposal(Reach reach, Set<Power> powers, @Nullable UUID giver, String until) {
        return new Proposal(
                new Giver("Boulangerie des Lices", null, giver),
                new Holder("Awa Ndiaye", "", student.id()),
                reach,
                powers,
                LocalDate.parse("2026-11-23"),
                LocalDate.parse(until));
    }
}
