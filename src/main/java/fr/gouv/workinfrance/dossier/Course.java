package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.calendar.LegalDays;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.dossier.Stage.AwaitingSignature;
import fr.gouv.workinfrance.dossier.Stage.Certified;
import fr.gouv.workinfrance.dossier.Stage.Complete;
import fr.gouv.workinfrance.dossier.Stage.Decided;
import fr.gouv.workinfrance.dossier.Stage.Deposit;
import fr.gouv.workinfrance.dossier.Stage.Draft;
import fr.gouv.workinfrance.dossier.Stage.InExamination;
import fr.gouv.workinfrance.dossier.Stage.Signed;
import fr.gouv.workinfrance.dossier.Stage.Submitted;
import fr.gouv.workinfrance.dossier.Stage.Withdrawn;
import fr.gouv.workinfrance.dossier.clock.ClockLine.Cause;
import fr.gouv.workinfrance.dossier.clock.LegalClock;
import fr.gouv.workinfrance.dossier.correction.Correction;
import fr.gouv.workinfrance.dossier.correction.Correction.CorrectionAnswer;
import fr.gouv.workinfrance.dossier.correction.CorrectionLine;
import fr.gouv.workinfrance.dossier.correction.Nature;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.TimeLimit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The course of a request: where it is, what its time limit does, who is in charge, what was asked
/// of the parties and given to them.
///
/// @param procedureVersion which version of the procedure's form, pieces and clock applies; of a
///   draft, which follows the newest, the one under which it was opened
/// @param clock absent until the deposit starts it
/// @param assignee the caseworker in charge
/// @param corrections each request for corrections, the oldest first
public record Course(
        String procedureVersion,
        Stage stage,
        @Nullable LegalClock clock,
        @Nullable UUID assignee,
        List<IssuedDeed> deeds,
        List<Correction> corrections) {

    public Course {
        deeds = List.copyOf(deeds);
        corrections = List.copyOf(corrections);
    }

    static Course draft(String procedureVersion) {
        return new Course(procedureVersion, new Draft(), null, null, List.of(), List.of());
    }

    Optional<Deposit> deposit() {
        return switch (stage) {
            case Draft _ -> Optional.empty();
            case Submitted(Deposit deposit) -> Optional.of(deposit);
            case Complete(Deposit deposit, _) -> Optional.of(deposit);
            case InExamination(Deposit deposit, _, _) -> Optional.of(deposit);
            case AwaitingSignature(Deposit deposit, _, _) -> Optional.of(deposit);
            case Decided(Deposit deposit, _, _, _) -> Optional.of(deposit);
            case Withdrawn(Deposit deposit, _) -> Optional.of(deposit);
        };
    }

    /// Whether silence is a refusal by now, and nobody has decided since.
    boolean refusedBySilence() {
        return clock != null
                && clock.reached()
                && clock.silence() == TimeLimit.Silence.REFUSAL
                && clock.limit().isPresent();
    }

    /// The day on which silence gave what was asked, if it did and nobody has decided since.
    public Optional<LocalDate> acquired() {
        return clock != null && clock.reached() && clock.silence() == TimeLimit.Silence.ACCEPTANCE
                ? clock.limit()
                : Optional.empty();
    }

    /// Whether it is refused: by a decision or, while nobody decides, by silence.
    boolean refused() {
        return stage instanceof Decided decided
                ? decided.prepared().decision() instanceof Decision.Refused
                : refusedBySilence();
    }

    /// The official document of that kind that stands: none of a decision that was withdrawn does.
    Optional<IssuedDeed> deed(IssuedDeed.Kind kind) {
        return deeds.reversed().stream()
                .filter(deed -> deed.kind() == kind)
                .findFirst()
                .filter(this::stands);
    }

    private boolean stands(IssuedDeed deed) {
        return switch (deed.kind()) {
            case ACKNOWLEDGMENT, COMPLETENESS, ACQUIRED -> true;
            case DECISION, AUTHORIZATION ->
                    stage instanceof Decided decided && !deed.at().isBefore(decided.signed().at());
        };
    }

    /// The name that an official document has in addresses.
    String named(IssuedDeed deed) {
        return deed(deed.kind()).filter(deed::equals).isPresent()
                ? deed.kind().name()
                : deed.document().toString();
    }

    /// What the office asked and the parties have yet to answer.
    Optional<Correction> pending() {
        return corrections.isEmpty()
                ? Optional.empty()
                : Optional.of(corrections.getLast()).filter(Correction::pending);
    }

    /// What waits for the parties to answer what was asked. Nothing more is asked until then.
    /// Something is missing, which is not certified to be there, while a text requires it. The day
    /// given to answer is theirs: no decision is prepared before it passes.
    Set<Act> waiting(LocalDate today) {
        Set<Act> waiting = EnumSet.noneOf(Act.class);
        pending()
                .ifPresent(
                        asked -> {
                            waiting.add(Act.ASK);
                            if (asked.suspends()) {
                                waiting.add(Act.CERTIFY);
                            }
                            if (!asked.overdue(today)) {
                                waiting.add(Act.PREPARE);
                            }
                        });
        return waiting;
    }

    private void requireAnswer(Act act, LocalDate today) {
        if (waiting(today).contains(act)) {
            throw new IllegalMove(Why.CORRECTIONS_PENDING, act, stage.name());
        }
    }

    // ---- the acts

    Course submit(
            String version, Deposit deposit, LegalClock notStarted, LocalDate day, LegalDays days) {
        return new Course(
                version,
                new Submitted(deposit),
                notStarted.start(day, days),
                assignee,
                deeds,
                corrections);
    }

    Course withdraw(Instant at, LocalDate day) {
        return with(
                new Withdrawn(deposit().orElseThrow(), at),
                running().stop(day, null, Cause.APPLICANT));
    }

    Course assign(UUID caseworker) {
        return new Course(procedureVersion, stage, clock, caseworker, deeds, corrections);
    }

    /// The course in another office, in nobody's charge there yet: an office that was not competent
    /// forwards it (L114-2 CRPA).
    Course forward(String office, Instant at, LocalDate day, LegalDays days) {
        return new Course(
                procedureVersion,
                stage.handledBy(office, at),
                looked(day).forwarded(day, days),
                null,
                deeds,
                corrections);
    }

    Course certify(Certified certified, LocalDate today) {
        requireAnswer(Act.CERTIFY, today);
        return with(new Complete(deposit().orElseThrow(), certified), clock);
    }

    Course begin(Instant at) {
        return with(
                new InExamination(deposit().orElseThrow(), stage.completeness().orElseThrow(), at),
                clock);
    }

    Course prepare(Prepared decision, LocalDate today) {
        requireAnswer(Act.PREPARE, today);
        return with(
                new AwaitingSignature(
                        deposit().orElseThrow(), stage.completeness().orElseThrow(), decision),
                clock);
    }

    /// Signed by another person than the one who prepared it.
    Course sign(Signed signed, LocalDate day) {
        Prepared decision = stage.decision().orElseThrow();
        if (decision.by().equals(signed.by())) {
            throw new IllegalMove(Why.SAME_PERSON, Act.SIGN, stage.name());
        }
        return with(
                new Decided(
                        deposit().orElseThrow(),
                        stage.completeness().orElseThrow(),
                        decision,
                        signed),
                running().stop(day, "R5221-17 Code du travail", Cause.SERVICE));
    }

    /// Contested, which leaves it where it is: only what is refused can be.
    Course contested(Act act) {
        if (act == Act.ASK_REASONS ? !refusedBySilence() : !refused()) {
            throw new IllegalMove(Why.NOT_ALLOWED, act, stage.name());
        }
        return this;
    }

    /// In examination again, its refusal withdrawn: the service has been asked since, and has as
    /// long as it had.
    Course reopen(Instant at, LocalDate day, LegalDays days) {
        if (!(stage instanceof Decided) || !refused()) {
            throw new IllegalMove(Why.NOT_ALLOWED, Act.REOPEN, stage.name());
        }
        return with(
                new InExamination(deposit().orElseThrow(), stage.completeness().orElseThrow(), at),
                running().again(day, days));
    }

    Course deliver(IssuedDeed deed) {
        List<IssuedDeed> all = new ArrayList<>(deeds);
        all.add(deed);
        return new Course(procedureVersion, stage, clock, assignee, all, corrections);
    }

    /// Asks the parties for corrections. Each nature of line has its own line in the ledger: what a
    /// text requires suspends a clock that runs, and nothing else does. A limit that has passed is
    /// not moved.
    Course ask(Correction asked) {
        requireAnswer(Act.ASK, asked.day());
        if (asked.suspends() && stage.completeness().isPresent()) {
            // the certificate of completeness says that nothing is missing, and stands
            throw new IllegalMove(Why.NOT_ALLOWED, Act.ASK, stage.name());
        }
        LegalClock ledger = looked(asked.day());
        for (Nature nature : Nature.values()) {
            if (asked.lines().stream().map(CorrectionLine::nature).anyMatch(nature::equals)) {
                ledger =
                        nature == Nature.MISSING
                                        && ledger.state() == LegalClock.State.RUNNING
                                        && !ledger.reached()
                                ? ledger.suspend(asked.day(), asked.answerBy())
                                : ledger.askedWithoutEffect(
                                        asked.day(), nature.article().orElse(null));
            }
        }
        List<Correction> all = new ArrayList<>(corrections);
        all.add(asked);
        return new Course(procedureVersion, stage, ledger, assignee, deeds, all);
    }

    /// Parties sent what they mended. A clock that waits for what a text requires runs again on the
    /// day all of it has come; one that does not wait is left as it is.
    ///
    /// @param brought what is there now and was not before
    /// @param parts that answer what is pending
    Course mended(
            Collection<Subject> brought,
            Collection<Part> parts,
            CorrectionAnswer answer,
            LocalDate day,
            LegalDays days) {
        List<Correction> all = new ArrayList<>();
        for (Correction correction : corrections) {
            Correction with = correction.bringing(brought);
            all.add(with.pending() ? with.answered(parts, answer) : with);
        }
        LegalClock ledger = looked(day);
        boolean supplied =
                all.reversed().stream()
                        .filter(Correction::suspends)
                        .findFirst()
                        .filter(Correction::supplied)
                        .isPresent();
        if (ledger.state() == LegalClock.State.SUSPENDED && supplied) {
            ledger = ledger.resume(day, days);
        }
        return new Course(procedureVersion, stage, ledger, assignee, deeds, all);
    }

    /// The course once the passing of time has been looked at; the very same when nothing happened.
    Course look(LocalDate today) {
        if (clock == null) {
            return this;
        }
        LegalClock looked = looked(today);
        return looked.equals(clock) ? this : with(stage, looked);
    }

    private LegalClock looked(LocalDate today) {
        return running().answerDayPassed(today).look(today);
    }

    private LegalClock running() {
        if (clock == null) {
            throw new IllegalStateException("a deposited dossier has a clock");
        }
        return clock;
    }

    private Course with(Stage reached, @Nullable LegalClock ledger) {
        return new Course(procedureVersion, reached, ledger, assignee, deeds, corrections);
    }
}
