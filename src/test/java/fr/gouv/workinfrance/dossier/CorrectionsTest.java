package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Change.Said;
import fr.gouv.workinfrance.dossier.clock.ClockLine;
import fr.gouv.workinfrance.dossier.clock.ClockLine.Kind;
import fr.gouv.workinfrance.dossier.correction.Nature;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// What the office asks to mend, what the parties send, and what each does to the legal date.
@WifTest
class CorrectionsTest {

    private static final byte[] PDF =
            """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """
                    .getBytes(StandardCharsets.US_ASCII);

    private static final Subject CONTRACT = Subject.piece("contract");
    private static final Subject JOB = Subject.field("job_title");
    private static final LocalDate IN_TWO_WEEKS = LocalDate.parse("2026-12-07");

    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Drafts drafts;
    @Autowired Decisions decisions;
    @Autowired Grants grants;
    @Autowired Perusals perusals;
    @Autowired Corrections corrections;
    @Autowired Documents documents;
    @Autowired Journal journal;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;
    Dossier deposited;

    @BeforeEach
    void deposit() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        deposited = requests.deposited(employer);
        decisions.assign(deposited.id(), caseworker.id(), caseworker);
    }

    @Test
    void a_piece_that_a_text_requires_suspends_the_limit_until_it_comes_and_no_longer() {
        LocalDate first = limit();
        ask(missing(CONTRACT));
        assertThat(limit()).isEqualTo(first.plusDays(14));

        clock.advance(Duration.ofDays(3));
        join(CONTRACT);
        assertThat(limit()).as("joined, but not sent").isEqualTo(first.plusDays(14));
        assertThat(corrections.send(deposited.id(), employer)).isInstanceOf(Sending.Sent.class);

        assertThat(limit()).isEqualTo(first.plusDays(3));
        assertThat(kinds()).containsExactly(Kind.START, Kind.SUSPEND, Kind.RESUME);
    }

    @Test
    void a_clarification_and_a_piece_that_is_not_indispensable_suspend_nothing_and_say_so() {
        LocalDate first = limit();
        ask(
                new Asking.Line(JOB, Nature.CLARIFICATION, "answer-unclear", ""),
                new Asking.Line(CONTRACT, Nature.SECONDARY, "", "La page 2 est pâle."));

        assertThat(limit()).isEqualTo(first);
        assertThat(kinds()).containsExactly(Kind.START, Kind.NO_EFFECT, Kind.NO_EFFECT);
        assertThat(dossier().clock().lines())
                .extracting(ClockLine::article)
                .containsExactly("L114-3 CRPA", "L114-5-1 CRPA", null);
    }

    @Test
    void a_second_deposit_of_pieces_never_pushes_the_limit() {
        LocalDate first = limit();
        ask(missing(CONTRACT));
        clock.advance(Duration.ofDays(2));
        join(CONTRACT);
        corrections.send(deposited.id(), employer);
        LocalDate resumed = limit();

        clock.advance(Duration.ofDays(10));
        join(CONTRACT);
        assertThat(corrections.send(deposited.id(), employer)).isInstanceOf(Sending.Sent.class);

        assertThat(resumed).isEqualTo(first.plusDays(2));
        assertThat(limit()).isEqualTo(resumed);
    }

    @Test
    void an_explanation_instead_of_the_piece_is_an_answer_that_leaves_the_limit_suspended() {
        LocalDate first = limit();
        ask(missing(CONTRACT));
        clock.advance(Duration.ofDays(1));
        corrections.explain(deposited.id(), CONTRACT, "Le contrat arrive par courrier.", employer);
        assertThat(corrections.send(deposited.id(), employer)).isInstanceOf(Sending.Sent.class);
        assertThat(limit()).isEqualTo(first.plusDays(14));

        clock.advance(Duration.ofDays(4));
        join(CONTRACT);
        corrections.send(deposited.id(), employer);
        assertThat(limit()).as("it came five days after").isEqualTo(first.plusDays(5));
    }

    @Test
    void a_day_that_passes_closes_nothing() {
        ask(missing(CONTRACT));
        LocalDate suspended = limit();
        clock.advance(Duration.ofDays(20));
        dossiers.look(deposited.id());
        assertThat(kinds()).containsExactly(Kind.START, Kind.SUSPEND, Kind.RESUME);

        join(CONTRACT);
        assertThat(corrections.send(deposited.id(), employer)).isInstanceOf(Sending.Sent.class);
        assertThat(limit()).isEqualTo(suspended);
    }

    @Test
    void only_what_was_asked_opens_again() {
        ask(new Asking.Line(JOB, Nature.CLARIFICATION, "answer-unclear", ""));

        assertThatThrownBy(() -> answer("contract_start", "02/09/2027"))
                .isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> join(CONTRACT)).isInstanceOf(IllegalMove.class);
        answer(JOB.id(), "Assistante de gestion");
    }

    @Test
    void the_office_reads_the_request_as_it_was_until_the_parties_send_what_they_mended() {
        String before = dossier().answers().text(JOB.id()).orElseThrow();
        ask(new Asking.Line(JOB, Nature.CLARIFICATION, "answer-unclear", ""));
        answer(JOB.id(), "Assistante de gestion confirmée");

        assertThat(seen(caseworker).answers().text(JOB.id())).contains(before);
        assertThat(seen(employer).answers().text(JOB.id()))
                .contains("Assistante de gestion confirmée");

        corrections.send(deposited.id(), employer);
        assertThat(seen(caseworker).answers().text(JOB.id()))
                .contains("Assistante de gestion confirmée");
        assertThat(whole(employer).mended())
                .singleElement()
                .satisfies(
                        mended -> {
                            assertThat(mended.correction()).isEqualTo(1);
                            assertThat(mended.changes())
                                    .containsExactly(
                                            new Change(
                                                    JOB,
                                                    List.of(new Said.Typed(before)),
                                                    List.of(
                                                            new Said.Typed(
                                                                    "Assistante de gestion"
                                                                            + " confirmée"))));
                        });
    }

    @Test
    void nothing_is_sent_while_something_asked_is_neither_mended_nor_explained() {
        ask(missing(CONTRACT), new Asking.Line(JOB, Nature.CLARIFICATION, "answer-unclear", ""));
        answer(JOB.id(), "Assistante de gestion confirmée");

        assertThat(corrections.send(deposited.id(), employer))
                .isInstanceOfSatisfying(
                        Sending.Unanswered.class,
                        sending ->
                                assertThat(sending.lines())
                                        .extracting(line -> line.subject())
                                        .containsExactly(CONTRACT));
        assertThat(dossier().pendingCorrection()).isPresent();
    }

    @Test
    void a_second_request_says_why_it_was_not_in_the_first_and_is_counted() {
        ask(new Asking.Line(JOB, Nature.CLARIFICATION, "answer-unclear", ""));
        assertThatThrownBy(() -> ask(missing(CONTRACT)))
                .as("while the first waits")
                .isInstanceOf(IllegalMove.class);
        answer(JOB.id(), "Assistante de gestion confirmée");
        corrections.send(deposited.id(), employer);

        assertThat(asked("", missing(CONTRACT)))
                .isEqualTo(new Asked.Faulty(List.of(new Asked.Fault(Asked.Fault.Kind.LATE, null))));
        assertThat(asked("Le contrat vient d’être contesté.", missing(CONTRACT)))
                .isInstanceOf(Asked.Sent.class);
        assertThat(dossier().course().corrections()).hasSize(2);
    }

    @Test
    void what_no_text_requires_is_not_asked_as_missing() {
        assertThat(asked("", missing(Subject.piece("licence"))))
                .isEqualTo(
                        new Asked.Faulty(
                                List.of(
                                        new Asked.Fault(
                                                Asked.Fault.Kind.NOT_REQUIRED,
                                                Subject.piece("licence")))));
        assertThat(asked("", new Asking.Line(JOB, Nature.CLARIFICATION, "piece-unsigned", "")))
                .as("a reason that is said of documents")
                .isEqualTo(
                        new Asked.Faulty(
                                List.of(new Asked.Fault(Asked.Fault.Kind.OTHER_REASON, JOB))));
    }

    @Test
    void completeness_is_not_certified_while_a_required_piece_is_asked_for_nor_taken_back_after() {
        ask(missing(CONTRACT));
        assertThatThrownBy(() -> decisions.certify(deposited.id(), caseworker))
                .isInstanceOf(IllegalMove.class);
        join(CONTRACT);
        corrections.send(deposited.id(), employer);
        decisions.certify(deposited.id(), caseworker);

        assertThat(asked("Oubli de notre part.", missing(CONTRACT)))
                .isEqualTo(
                        new Asked.Faulty(
                                List.of(new Asked.Fault(Asked.Fault.Kind.CERTIFIED, CONTRACT))));
    }

    @Test
    void no_decision_is_prepared_before_the_day_given_to_answer_has_passed() {
        decisions.certify(deposited.id(), caseworker);
        decisions.begin(deposited.id(), caseworker);
        ask(new Asking.Line(JOB, Nature.CLARIFICATION, "answer-unclear", ""));

        assertThatThrownBy(() -> requests.prepare(deposited.id(), caseworker))
                .isInstanceOf(IllegalMove.class);
        clock.advance(Duration.ofDays(15));
        requests.prepare(deposited.id(), caseworker);
    }

    @Test
    void the_parties_may_amend_of_their_own_accord_but_not_make_it_another_request() {
        String before = dossier().answers().text(JOB.id()).orElseThrow();
        answer(JOB.id(), "Assistante de gestion confirmée");
        assertThatThrownBy(() -> answer("employer_siret", "356 000 000 00048"))
                .isInstanceOf(IllegalMove.class);

        assertThat(corrections.send(deposited.id(), employer)).isInstanceOf(Sending.Sent.class);
        assertThat(whole(employer).mended())
                .singleElement()
                .satisfies(mended -> assertThat(mended.correction()).isNull());
        assertThat(kinds()).as("it moves no date").containsExactly(Kind.START);

        answer(JOB.id(), before);
        corrections.giveUp(deposited.id(), employer);
        assertThat(seen(employer).answers().text(JOB.id()))
                .contains("Assistante de gestion confirmée");
        assertThat(corrections.send(deposited.id(), employer))
                .isInstanceOf(Sending.Unchanged.class);
    }

    @Test
    void an_answer_typed_otherwise_that_reads_the_same_is_not_a_change() {
        answer("contract_start", "1/9/2027");

        assertThat(
                        corrections
                                .mending(dossiers.see(deposited.id(), employer).orElseThrow())
                                .changes())
                .isEmpty();
        assertThat(corrections.send(deposited.id(), employer))
                .isInstanceOf(Sending.Unchanged.class);
    }

    @Test
    void what_is_mended_must_hold_together() {
        answer("contract_end", "01/01/2027");

        assertThat(corrections.send(deposited.id(), employer)).isInstanceOf(Sending.Broken.class);
        assertThat(dossier().answers().text("contract_end")).isNotEqualTo("2027-01-01");
    }

    @Test
    void the_worker_mends_his_own_part_and_nobody_else_s() {
        Account worker = requests.someone("etudiante");
        requests.join(deposited.id(), Part.WORKER, worker);
        ask(new Asking.Line(JOB, Nature.CLARIFICATION, "answer-unclear", ""));

        assertThatThrownBy(
                        () -> corrections.explain(deposited.id(), JOB, "Je ne sais pas.", worker))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void those_who_have_not_answered_are_reminded_once_before_the_day() {
        ask(missing(CONTRACT));
        clock.advance(Duration.ofDays(10));
        assertThat(corrections.due()).doesNotContain(deposited.id());
        clock.advance(Duration.ofDays(1));
        assertThat(corrections.due()).contains(deposited.id());

        corrections.remind(deposited.id());
        corrections.remind(deposited.id());

        assertThat(corrections.due()).doesNotContain(deposited.id());
        assertThat(journal.of(deposited.id().subject()))
                .filteredOn(entry -> entry.act().equals("REMIND"))
                .hasSize(1);
    }

    private static Asking.Line missing(Subject subject) {
        return new Asking.Line(subject, Nature.MISSING, "piece-absent", "");
    }

    private void ask(Asking.Line... lines) {
        assertThat(asked("Nous l’avions oublié.", lines)).isInstanceOf(Asked.Sent.class);
    }

    private Asked asked(String late, Asking.Line... lines) {
        return corrections.ask(
                deposited.id(), new Asking(List.of(lines), IN_TWO_WEEKS, late), caseworker);
    }

    private void answer(String field, String typed) {
        int revision = seen(employer).answers().revision(field);
        drafts.answer(
                deposited.id(),
                List.of(new Given(field, typed, revision)),
                employer,
                Locale.FRENCH);
    }

    private void join(Subject piece) {
        DocumentId document =
                documents.keep(PDF, "contrat.pdf", "application/pdf", Actor.system("test")).id();
        drafts.attach(deposited.id(), piece.id(), document, employer);
    }

    private Whole whole(Account account) {
        return perusals.whole(
                        dossiers.dossier(deposited.id()).reference(),
                        account,
                        grants.of(account.id()))
                .orElseThrow();
    }

    private Dossier seen(Account account) {
        return dossiers.see(deposited.id(), account).orElseThrow().dossier();
    }

    private Dossier dossier() {
        return dossiers.dossier(deposited.id());
    }

    private LocalDate limit() {
        return dossier().clock().limit().orElseThrow();
    }

    private List<Kind> kinds() {
        return dossier().clock().lines().stream().map(ClockLine::kind).toList();
    }
}
