package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Relation;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.examination.appeal.Recourse;
import fr.gouv.workinfrance.examination.revision.Revision.State;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.permit.Permits;
import fr.gouv.workinfrance.permit.Terms;
import fr.gouv.workinfrance.procedure.Ground;
import fr.gouv.workinfrance.procedure.Procedures;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
import java.util.UUID;

/// Acts about decisions that were given: drafted by a caseworker of the office that handles the
/// dossier or, to answer an appeal, of the one that it is before; for another to sign ([Reviews]).
@Component
public class Revisions {

    private final RevisionTable table;
    private final Decisions decisions;
    private final Dossiers dossiers;
    private final Appeals appeals;
    private final Permits permits;
    private final Faults faults;
    private final Procedures procedures;
    private final Days days;
    private final Grants grants;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Revisions(
            RevisionTable table,
            Decisions decisions,
            Dossiers dossiers,
            Appeals appeals,
            Permits permits,
            Faults faults,
            Procedures procedures,
            Days days,
            Grants grants,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.decisions = decisions;
        this.dossiers = dossiers;
        this.appeals = appeals;
        this.permits = permits;
        this.faults = faults;
        this.procedures = procedures;
        this.days = days;
        this.grants = grants;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /// All those about the decision of a dossier, in order.
    public List<Revision> of(DossierId dossier) {
        return table.of(dossier);
    }

    /// One of them; empty when it is none of this dossier.
    public Optional<Revision> of(DossierId dossier, UUID id) {
        return table.find(id).filter(revision -> revision.dossier().equals(dossier));
    }

    /// What the authorization says today: as it was given, or as it was last mended.
    ///
    /// @return empty of a dossier that led to none
    public Optional<Terms> terms(Dossier dossier) {
        return granted(dossier).isPresent() || dossier.course().acquired().isPresent()
                ? permits.terms(dossier.id())
                : Optional.empty();
    }

    private static Optional<Decision.Granted> granted(Dossier dossier) {
        return dossier.stage() instanceof Stage.Decided decided
                        && decided.prepared().decision() instanceof Decision.Granted granted
                ? Optional.of(granted)
                : Optional.empty();
    }

    /// What was given, with the terms that it should have printed.
    static Decision.Granted with(Dossier dossier, Terms terms) {
        Optional<Decision.Granted> granted = granted(dossier);
        return new Decision.Granted(
                terms.from(),
                terms.until(),
                terms.hours(),
                terms.job(),
                granted.map(Decision.Granted::contract).orElse(""),
                terms.employer(),
                granted.isPresent()
                        ? granted.get().employerSiret()
                        : Names.of(dossier.answers()).employerSiret(),
                granted.map(Decision.Granted::extent).orElse(null));
    }

    /// The number of what was decided, or of what silence gave; of the request, where there is
    /// neither any more.
    String number(Dossier dossier) {
        return dossier.course()
                .acquired()
                .flatMap(_ -> permits.of(dossier.id()))
                .map(permit -> permit.extract().number())
                .or(() -> dossier.prepared().map(prepared -> prepared.number().value()))
                .orElseGet(() -> dossier.reference().value());
    }

    /// The last day on which the decision may be taken back on a ground; empty when at any time.
    public Optional<LocalDate> last(Dossier dossier, Ground ground) {
        return ground.last(days.decided(dossier), days.legal(dossier));
    }

    /// The first day on which it may.
    public LocalDate first(Dossier dossier, Ground ground) {
        return ground.first(days.decided(dossier), days.legal(dossier));
    }

    /// The earliest day that may be given to the persons concerned to answer.
    public LocalDate answerBy(Dossier dossier) {
        return days.legal(dossier).plus(days.today(dossier), procedures.retraction().within());
    }

    /// Drafts an act, or drafts again the one of its kind that was sent back.
    ///
    /// @throws IllegalMove when this is not his to do, or one of its kind is waiting already
    @Transactional
    public Drafting draft(DossierId id, Matter matter, Account by) {
        Dossier dossier = dossiers.hold(id, by, Act.REVISE);
        List<Revision> known = table.of(id);
        Drafting.Faulty faulty = faults(dossier, known, matter, by);
        if (!faulty.none()) {
            return faulty;
        }
        Revision open = open(known, matter.kind()).orElse(null);
        Instant now = now();
        UUID again = matter instanceof Withdrawal || open == null ? null : open.id();
        if (open != null && again == null) {
            // other grounds or facts are others to answer: it begins anew
            write(dossier, open.become(State.ABANDONED, by.id(), now, open.words()), by, "ABANDON");
        }
        Revision drafted =
                Revision.drafted(
                        again == null ? UUID.randomUUID() : again, id, matter, by.id(), now);
        write(dossier, drafted, by, "DRAFT");
        if (matter instanceof Withdrawal withdrawal) {
            events.publishEvent(
                    new RevisionDrafted(
                            id, drafted.id(), days.after(dossier, withdrawal.answerBy())));
        }
        return new Drafting.Drafted(drafted);
    }

    /// What [#draft] would make of it: checked as it would be, and nothing is written.
    @Transactional
    Drafting foresee(DossierId id, Matter matter, Account by) {
        Dossier dossier = dossiers.hold(id, by, Act.REVISE);
        Drafting.Faulty faulty = faults(dossier, table.of(id), matter, by);
        return faulty.none()
                ? new Drafting.Drafted(
                        Revision.drafted(UUID.randomUUID(), id, matter, by.id(), now()))
                : faulty;
    }

    /// @throws IllegalMove when this is not his to do, or one of its kind is waiting already
    private Drafting.Faulty faults(
            Dossier dossier, List<Revision> known, Matter matter, Account by) {
        requireOwn(dossier, matter, Act.REVISE, by);
        boolean waiting =
                open(known, matter.kind()).filter(one -> one.state() == State.DRAFTED).isPresent();
        if (withdrawn(known).isPresent() || waiting) {
            throw illegal(Why.STALE, Act.REVISE, dossier);
        }
        return faults.of(dossier, known, matter, terms(dossier));
    }

    /// Whose act it is: of the office that has to answer what it answers or, when it answers
    /// nothing, of the one that handles the dossier.
    String office(Dossier dossier, Matter matter) {
        return matter.answered()
                .map(appeals::answering)
                .orElseGet(() -> dossier.office().orElseThrow());
    }

    /// Whether someone drafts, or signs, for the office whose act it is.
    public boolean owns(Dossier dossier, Matter matter, Act act, Account by) {
        return works(office(dossier, matter), act, by);
    }

    /// The same, of any answer to what was deposited.
    public boolean owns(Recourse answered, Act act, Account by) {
        return works(answered.office(), act, by);
    }

    private boolean works(String office, Act act, Account by) {
        Relation as = act == Act.SIGN_REVISION ? Relation.SIGNATORY : Relation.OFFICE;
        return grants.holds(by.id(), as.granted(), new Scope("office", office));
    }

    void requireOwn(Dossier dossier, Matter matter, Act act, Account by) {
        if (!owns(dossier, matter, act, by)) {
            throw illegal(Why.NOT_ALLOWED, act, dossier);
        }
    }

    private static Optional<Revision> open(List<Revision> known, Matter.Kind kind) {
        return known.stream()
                .filter(revision -> revision.open() && revision.matter().kind() == kind)
                .findFirst();
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
        Dossier dossier = dossiers.hold(id, by, act);
        Revision before = of(id, revision).orElseThrow();
        requireOwn(dossier, before.matter(), act, by);
        boolean possible =
                state == State.ABANDONED ? before.open() : before.state() == State.DRAFTED;
        if (!possible) {
            throw illegal(Why.STALE, act, dossier);
        }
        write(dossier, before.become(state, by.id(), now(), reason.strip()), by, did);
        if (state == State.ABANDONED && before.paper(Revision.Paper.NOTICE).isPresent()) {
            events.publishEvent(new HearingEnded(id, now()));
        }
    }

    /// Writes what became of an act, on a dossier that is held.
    void write(Dossier dossier, Revision revision, Account by, String did) {
        table.keep(revision);
        waits(dossier);
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

    /// Says on the lists of the office whether one waits to be signed, on a dossier that is held.
    void waits(Dossier dossier) {
        LocalDate today = days.today(dossier);
        decisions.waits(
                dossier.id(),
                table.of(dossier.id()).stream()
                        .filter(one -> one.ready(today, Days.asked(dossier)))
                        .map(one -> Optional.of(office(dossier, one.matter())))
                        .anyMatch(dossier.office()::equals));
    }

    /// The act that took the authorization back, if one did.
    public static Optional<Revision> withdrawn(List<Revision> known) {
        return known.stream()
                .filter(one -> one.state() == State.SIGNED && one.matter() instanceof Withdrawal)
                .findFirst();
    }

    static IllegalMove illegal(Why why, Act act, Dossier dossier) {
        return new IllegalMove(why, act, dossier.stage().name());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
