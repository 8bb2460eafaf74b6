package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.clock.ClockLine;
import fr.gouv.workinfrance.dossier.clock.ClockLine.Kind;
import fr.gouv.workinfrance.dossier.correction.Nature;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.site.Images;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What is asked of both parties comes from both: each sends his own when it is ready, and the last
/// to send ends it.
@WifTest
class OwnPartTest {

    private static final Subject CONTRACT = Subject.piece("contract");
    private static final Subject ENROLMENT = Subject.piece("enrolment");
    private static final Subject JOB = Subject.field("job_title");
    private static final LocalDate IN_TWO_WEEKS = LocalDate.parse("2026-12-07");

    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Drafts drafts;
    @Autowired Decisions decisions;
    @Autowired Corrections corrections;
    @Autowired Documents documents;
    @Autowired SettableClock clock;

    Account employer;
    Account worker;
    Account caseworker;
    Dossier deposited;

    @BeforeEach
    void deposit() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        worker = requests.someone("etudiante");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        Dossier draft = requests.filled(employer);
        requests.join(draft.id(), Part.WORKER, worker);
        deposited = requests.deposit(draft, employer);
        decisions.assign(deposited.id(), caseworker.id(), caseworker);
    }

    @Test
    void a_party_sends_his_own_without_waiting_for_the_other_and_the_last_one_ends_it() {
        ask(missing(CONTRACT), missing(ENROLMENT));
        join(CONTRACT, employer);
        DocumentId kept = join(ENROLMENT, worker);

        assertThat(send(employer)).isInstanceOf(Sending.Sent.class);

        assertThat(dossier().attachments().of("contract"))
                .hasOnlyElementsOfType(Attachment.Joined.class);
        assertThat(dossier().attachments().documents())
                .as("what the other has not sent")
                .doesNotContain(kept);
        assertThat(due(employer)).map(Due::whose).contains(Due.Whose.OTHERS);
        assertThat(due(worker)).map(Due::whose).contains(Due.Whose.YOURS);
        assertThat(due(caseworker)).map(Due::whose).contains(Due.Whose.PARTIES);
        assertThat(due(worker).orElseThrow().parts()).containsExactly(Part.WORKER);
        assertThat(send(employer)).isInstanceOf(Sending.Unchanged.class);

        assertThat(send(worker)).isInstanceOf(Sending.Sent.class);

        assertThat(dossier().attachments().documents()).contains(kept);
        assertThat(dossier().pendingCorrection()).isEmpty();
        assertThat(dossier().amending()).isFalse();
        assertThat(due(worker)).isEmpty();
    }

    @Test
    void the_limit_runs_again_on_the_day_the_last_required_piece_comes_whoever_sends_it() {
        LocalDate first = limit();
        ask(missing(CONTRACT), missing(ENROLMENT));
        join(CONTRACT, employer);
        join(ENROLMENT, worker);
        clock.advance(Duration.ofDays(2));
        send(worker);
        assertThat(kinds()).as("the contract is missing").containsExactly(Kind.START, Kind.SUSPEND);

        clock.advance(Duration.ofDays(3));
        send(employer);
        assertThat(kinds()).containsExactly(Kind.START, Kind.SUSPEND, Kind.RESUME);
        assertThat(limit()).isEqualTo(first.plusDays(5));
    }

    @Test
    void what_no_text_requires_of_the_other_keeps_no_limit_suspended() {
        LocalDate first = limit();
        ask(missing(ENROLMENT), new Asking.Line(JOB, Nature.CLARIFICATION, "answer-unclear", ""));
        join(ENROLMENT, worker);
        clock.advance(Duration.ofDays(1));
        send(worker);

        assertThat(limit()).isEqualTo(first.plusDays(1));
        assertThat(dossier().pendingCorrection()).isPresent();
    }

    @Test
    void nothing_asked_of_a_party_is_left_out_of_what_he_sends() {
        ask(
                missing(CONTRACT),
                new Asking.Line(JOB, Nature.CLARIFICATION, "answer-unclear", ""),
                missing(ENROLMENT));
        join(CONTRACT, employer);

        assertThat(send(employer))
                .isInstanceOfSatisfying(
                        Sending.Unanswered.class,
                        sending ->
                                assertThat(sending.lines())
                                        .extracting(line -> line.subject())
                                        .containsExactly(JOB));
    }

    @Test
    void what_a_party_gives_up_is_his_own() {
        requests.answer(deposited.id(), employer, "job_title", "Caissière");
        DocumentId kept = join(ENROLMENT, worker);

        corrections.giveUp(deposited.id(), employer);

        assertThat(send(employer)).isInstanceOf(Sending.Unchanged.class);
        assertThat(send(worker)).isInstanceOf(Sending.Sent.class);
        assertThat(dossier().attachments().documents()).contains(kept);
        assertThat(dossier().answers().text("job_title")).isNotEqualTo(Optional.of("Caissière"));
    }

    @Test
    void who_has_sent_may_send_more_while_the_other_is_awaited() {
        ask(missing(CONTRACT), missing(ENROLMENT));
        corrections.explain(deposited.id(), CONTRACT, "Il part demain.", employer);
        send(employer);
        assertThat(kinds()).containsExactly(Kind.START, Kind.SUSPEND);

        join(CONTRACT, employer);
        assertThat(send(employer)).isInstanceOf(Sending.Sent.class);
        join(ENROLMENT, worker);
        send(worker);

        assertThat(kinds()).containsExactly(Kind.START, Kind.SUSPEND, Kind.RESUME);
        assertThat(dossier().course().corrections().getFirst().sent())
                .containsOnlyKeys(Part.EMPLOYER, Part.WORKER);
    }

    private static Asking.Line missing(Subject subject) {
        return new Asking.Line(subject, Nature.MISSING, "piece-absent", "");
    }

    private void ask(Asking.Line... lines) {
        assertThat(
                        corrections.ask(
                                deposited.id(),
                                new Asking(List.of(lines), IN_TWO_WEEKS, ""),
                                caseworker))
                .isInstanceOf(Asked.Sent.class);
    }

    private DocumentId join(Subject piece, Account by) {
        DocumentId document =
                documents.keep(Images.png(), piece.id() + ".png", "image/png", by.actor()).id();
        drafts.attach(deposited.id(), piece.id(), document, by);
        return document;
    }

    private Sending send(Account by) {
        return corrections.send(deposited.id(), by);
    }

    private Optional<Due> due(Account account) {
        return dossiers.see(deposited.id(), account).orElseThrow().due();
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
