package fr.gouv.workinfrance.examination.revision;

import static java.util.Objects.requireNonNullElse;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.examination.appeal.Recourse;
import fr.gouv.workinfrance.examination.appeal.Refusal;
import fr.gouv.workinfrance.examination.revision.Revision.State;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.permit.Terms;
import fr.gouv.workinfrance.procedure.Appeal.Silence;
import fr.gouv.workinfrance.procedure.Gap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Acts about decisions that were given: drafted by a caseworker of the office that handles the
/// dossier, for another to sign ([Reviews]).
@Component
public class Revisions {

    private final RevisionTable table;
    private final Decisions decisions;
    private final Dossiers dossiers;
    private final Appeals appeals;
    private final Journal journal;
    private final Clock clock;

    Revisions(
            RevisionTable table,
            Decisions decisions,
            Dossiers dossiers,
            Appeals appeals,
            Journal journal,
            Clock clock) {
        this.table = table;
        this.decisions = decisions;
        this.dossiers = dossiers;
        this.appeals = appeals;
        this.journal = journal;
        this.clock = clock;
    }

    /// All those about the decision of a dossier, in order.
    @Transactional(readOnly = true)
    public List<Revision> of(DossierId dossier) {
        return table.of(dossier);
    }

    /// One of them; empty when it is none of this dossier.
    @Transactional(readOnly = true)
    public Optional<Revision> of(DossierId dossier, UUID id) {
        return table.find(id).filter(revision -> revision.dossier().equals(dossier));
    }

    /// What the authorization says: as it was decided, or as it was last mended.
    ///
    /// @param known those about its decision
    /// @return empty of a dossier that was granted nothing
    public static Optional<Terms> terms(Dossier dossier, List<Revision> known) {
        return known.reversed().stream()
                .filter(revision -> revision.state() == State.SIGNED)
                .flatMap(
                        revision ->
                                revision.matter() instanceof Rectification mended
                                        ? Optional.of(mended.after()).stream()
                                        : Optional.<Terms>empty().stream())
                .findFirst()
                .or(() -> granted(dossier).map(granted -> terms(dossier, granted)));
    }

    private static Terms terms(Dossier dossier, Decision.Granted granted) {
        return new Terms(
                requireNonNullElse(Names.of(dossier.answers()).worker(), ""),
                granted.employer(),
                granted.job(),
                granted.hours(),
                granted.from(),
                granted.until());
    }

    static Optional<Decision.Granted> granted(Dossier dossier) {
        return dossier.prepared()
                .map(prepared -> prepared.decision())
                .flatMap(
                        decision ->
                                decision instanceof Decision.Granted granted
                                        ? Optional.of(granted)
                                        : Optional.empty());
    }

    /// The decision with the terms that it should have printed.
    static Decision.Granted with(Decision.Granted granted, Terms terms) {
        return new Decision.Granted(
                terms.from(),
                terms.until(),
                terms.hours(),
                terms.job(),
                granted.contract(),
                terms.employer(),
                granted.employerSiret());
    }

    /// Drafts an act, or drafts again the one of its kind that was sent back.
    ///
    /// @throws IllegalMove when this is not his to do, or one of its kind is waiting already
    @Transactional
    public Drafting draft(DossierId id, Matter matter, Account by) {
        Dossier dossier = decisions.hold(id, Act.REVISE, by);
        List<Revision> known = table.of(id);
        Revision open = open(known, matter.kind()).orElse(null);
        if (open != null && open.state() == State.DRAFTED) {
            throw illegal(Why.STALE, Act.REVISE, dossier);
        }
        Drafting.Faulty faulty = faults(dossier, known, matter);
        if (!faulty.fields().isEmpty() || !faulty.gaps().isEmpty()) {
            return faulty;
        }
        Instant now = now();
        Revision drafted =
                new Revision(
                        open == null ? UUID.randomUUID() : open.id(),
                        id,
                        matter,
                        by.id(),
                        now,
                        State.DRAFTED,
                        by.id(),
                        now,
                        null,
                        null,
                        List.of());
        write(drafted, by, "DRAFT");
        return new Drafting.Drafted(drafted);
    }

    private static Optional<Revision> open(List<Revision> known, Matter.Kind kind) {
        return known.stream()
                .filter(revision -> revision.open() && revision.matter().kind() == kind)
                .findFirst();
    }

    private Drafting.Faulty faults(Dossier dossier, List<Revision> known, Matter matter) {
        return switch (matter) {
            case Rectification mended -> {
                Decision.Granted granted =
                        granted(dossier)
                                .orElseThrow(() -> illegal(Why.NOT_ALLOWED, Act.REVISE, dossier));
                if (!terms(dossier, known).equals(Optional.of(mended.before()))) {
                    throw illegal(Why.STALE, Act.REVISE, dossier);
                }
                Set<String> fields = mended.faults();
                List<Gap> gaps =
                        fields.isEmpty()
                                ? decisions.faults(dossier, with(granted, mended.after()))
                                : List.of();
                yield new Drafting.Faulty(fields, gaps);
            }
            case Rejection rejection -> {
                waiting(dossier, rejection.appeal(), Silence.REJECTED);
                yield new Drafting.Faulty(rejection.faults(), List.of());
            }
            case Reversal reversal -> {
                Recourse one = waiting(dossier, reversal.appeal(), Silence.REJECTED);
                if (!Refusal.of(dossier).equals(Optional.of(one.refusal()))) {
                    throw illegal(Why.STALE, Act.REVISE, dossier);
                }
                yield new Drafting.Faulty(
                        reversal.faults(decided(dossier), dossiers.today(dossier)), List.of());
            }
            case Explanation explanation -> {
                waiting(dossier, explanation.appeal(), Silence.UNREASONED);
                yield new Drafting.Faulty(explanation.faults(), List.of());
            }
        };
    }

    /// What is answered, as long as the office that handles the request has to answer it.
    private Recourse waiting(Dossier dossier, UUID appeal, Silence silence) {
        return appeals.of(dossier.id()).stream()
                .filter(one -> one.id().equals(appeal) && one.open())
                .filter(one -> one.silence() == silence)
                .filter(one -> dossier.office().equals(Optional.of(one.office())))
                .findFirst()
                .orElseThrow(() -> illegal(Why.STALE, Act.REVISE, dossier));
    }

    private @Nullable LocalDate decided(Dossier dossier) {
        return dossier.stage() instanceof Stage.Decided decided
                ? decided.signed().at().atZone(HolidayZone.METROPOLE.id()).toLocalDate()
                : null;
    }

    /// It will not be signed.
    ///
    /// @throws IllegalMove when this is not his to do, or it is settled
    @Transactional
    public void abandon(DossierId id, UUID revision, String reason, Account by) {
        settle(id, revision, State.ABANDONED, Act.REVISE, reason, by, "ABANDON");
    }

    /// The signatory wants it drafted again, and says why.
    ///
    /// @throws IllegalMove when this is not his to do, or it does not wait to be signed
    @Transactional
    public void sendBack(DossierId id, UUID revision, String reason, Account by) {
        settle(id, revision, State.SENT_BACK, Act.SIGN_REVISION, reason, by, "SEND_BACK");
    }

    private void settle(
            DossierId id,
            UUID revision,
            State state,
            Act act,
            String reason,
            Account by,
            String did) {
        Dossier dossier = decisions.hold(id, act, by);
        Revision before = of(id, revision).orElseThrow();
        boolean possible =
                state == State.ABANDONED ? before.open() : before.state() == State.DRAFTED;
        if (!possible) {
            throw illegal(Why.STALE, act, dossier);
        }
        write(
                new Revision(
                        before.id(),
                        id,
                        before.matter(),
                        before.author(),
                        before.draftedAt(),
                        state,
                        by.id(),
                        now(),
                        reason.strip(),
                        null,
                        before.given()),
                by,
                did);
    }

    /// Writes what became of an act, on a dossier that is held.
    void write(Revision revision, Account by, String did) {
        table.keep(revision);
        waits(revision.dossier());
        Map<String, String> facts = new HashMap<>();
        facts.put("revision", revision.id().toString());
        Revision.Signed signed = revision.signed();
        if (signed != null) {
            facts.put("sha256", signed.sha256());
        }
        @Nullable String words = revision.words();
        journal.record(
                revision.dossier().subject(),
                by.actor(),
                did + "_" + revision.matter().kind(),
                facts,
                words == null ? Map.of() : Map.of("reason", words));
    }

    /// Says on the lists of the office whether one waits to be signed.
    private void waits(DossierId id) {
        decisions.waits(id, table.of(id).stream().anyMatch(one -> one.state() == State.DRAFTED));
    }

    static IllegalMove illegal(Why why, Act act, Dossier dossier) {
        return new IllegalMove(why, act, dossier.stage().name());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
