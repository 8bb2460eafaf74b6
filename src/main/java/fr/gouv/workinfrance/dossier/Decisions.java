package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Acts.Held;
import fr.gouv.workinfrance.dossier.Acts.Trace;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.dossier.Stage.Certified;
import fr.gouv.workinfrance.dossier.Stage.Signed;
import fr.gouv.workinfrance.dossier.clock.LegalClock;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.office.Delegation;
import fr.gouv.workinfrance.office.Delegations;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.procedure.Gap;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.reference.Zone;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What the administration does: take charge, certify, examine, prepare, sign, deliver. What the
/// parties do is in [Dossiers]. Both go through the same door.
@Component
public class Decisions {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final char[] CODE_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();

    /// 26 characters of 5 bits each: 130 bits.
    private static final int CODE_LENGTH = 26;

    private final Acts acts;
    private final DossierTable table;
    private final Procedures procedures;
    private final Grants grants;
    private final Reuses reuses;
    private final Delegations delegations;
    private final Impediment impediment;

    Decisions(
            Acts acts,
            DossierTable table,
            Procedures procedures,
            Grants grants,
            Reuses reuses,
            Delegations delegations,
            Impediment impediment) {
        this.acts = acts;
        this.table = table;
        this.procedures = procedures;
        this.grants = grants;
        this.reuses = reuses;
        this.delegations = delegations;
        this.impediment = impediment;
    }

    /// Puts a caseworker of the office in charge: oneself, or a colleague.
    @Transactional
    public Dossier assign(DossierId id, UUID caseworker, Account by) {
        Held held = acts.hold(id, by, Act.ASSIGN);
        Dossier before = held.dossier();
        Scope office = new Scope("office", before.office().orElseThrow());
        if (!grants.holds(caseworker, Relation.OFFICE.granted(), office)) {
            throw new IllegalMove(Why.NOT_ALLOWED, Act.ASSIGN, before.stage().name());
        }
        if (caseworker.equals(before.assignee())) {
            return before;
        }
        Dossier after =
                acts.write(
                        before,
                        before.assign(caseworker),
                        by.actor(),
                        Act.ASSIGN.name(),
                        Trace.of(Map.of("caseworker", caseworker.toString())),
                        null);
        acts.assigned(after, caseworker, by);
        return after;
    }

    /// Certifies that the dossier is complete. Gives no right to work.
    @Transactional
    public Dossier certify(DossierId id, Account by) {
        Dossier certified =
                acts.perform(
                        id,
                        Act.CERTIFY,
                        by,
                        held ->
                                held.dossier()
                                        .certify(
                                                new Certified(acts.now(), by.id()),
                                                today(held.dossier())),
                        Trace.NONE,
                        new CompletenessCertified(id, acts.now()));
        reuses.checked(certified, by);
        return certified;
    }

    /// Begins the examination.
    @Transactional
    public Dossier begin(DossierId id, Account by) {
        return acts.perform(
                id, Act.BEGIN, by, held -> held.dossier().begin(acts.now()), Trace.NONE, null);
    }

    /// Prepares a decision, and locks it for the signatory. It is checked against the limits and
    /// the reasons of the version whose criteria are those of today, and once nothing keeps it.
    ///
    /// @param version of the dossier that the caseworker had before his eyes
    @Transactional
    public Preparation prepare(DossierId id, long version, Decision decision, Account by) {
        Dossier before = held(id, version, by);
        requireFree(before, Act.PREPARE);
        return switch (prepared(before, decision, by)) {
            case Preparation.Faulty faulty -> faulty;
            case Preparation.Ready(Dossier after) ->
                    new Preparation.Ready(
                            acts.write(
                                    before,
                                    after,
                                    by.actor(),
                                    Act.PREPARE.name(),
                                    Trace.of(facts(after.prepared().orElseThrow())),
                                    null));
        };
    }

    /// What [#prepare] would make of it: checked as it would be, and nothing is written.
    @Transactional
    public Preparation foresee(DossierId id, long version, Decision decision, Account by) {
        return prepared(held(id, version, by), decision, by);
    }

    private Dossier held(DossierId id, long version, Account by) {
        Dossier dossier = acts.hold(id, by, Act.PREPARE).dossier();
        requireVersion(dossier, version, Act.PREPARE);
        return dossier;
    }

    private Preparation prepared(Dossier dossier, Decision decision, Account by) {
        Version criteria = criteria(dossier);
        List<Gap> gaps = new Proposal(dossier, criteria, decision, seat(dossier)).faults();
        if (!gaps.isEmpty()) {
            return new Preparation.Faulty(gaps);
        }
        Prepared prepared =
                new Prepared(
                        UUID.randomUUID(),
                        decision,
                        Reference.draw(),
                        drawCode(),
                        criteria.number(),
                        acts.now(),
                        by.id());
        return new Preparation.Ready(dossier.prepare(prepared, today(dossier)));
    }

    private static Map<String, String> facts(Prepared prepared) {
        return Map.of(
                "decision", prepared.id().toString(),
                "granted", String.valueOf(prepared.decision() instanceof Decision.Granted),
                "criteria", prepared.criteria());
    }

    /// What a decision says that was sent back.
    public Decision decision(Project project) {
        return table.decision(project.id()).orElseThrow().decision();
    }

    /// What would keep a prepared decision from being prepared today: the law may have changed
    /// since.
    ///
    /// @param office that handles it
    public List<Gap> faults(Dossier dossier, Office office) {
        return dossier.prepared()
                .map(
                        prepared ->
                                new Proposal(
                                                dossier,
                                                criteria(dossier),
                                                prepared.decision(),
                                                office.seat())
                                        .faults())
                .orElse(List.of());
    }

    /// Where what its office grants holds, unless it is limited further.
    public Zone zone(Dossier dossier) {
        return Zone.of(seat(dossier));
    }

    private String seat(Dossier dossier) {
        return acts.seat(dossier.office().orElseThrow());
    }

    private LocalDate today(Dossier dossier) {
        return acts.today(dossier.office().orElseThrow());
    }

    /// The version whose criteria apply to a decision taken today on this request.
    public Version criteria(Dossier dossier) {
        LocalDate today = acts.today();
        LocalDate deposited =
                Optional.ofNullable(dossier.clock()).flatMap(LegalClock::started).orElse(today);
        return procedures.criteriaOn(dossier.procedure(), today, deposited);
    }

    /// Under which delegation this person may sign what is prepared, on a day; empty when under
    /// none.
    public Optional<Delegation> delegation(Dossier dossier, Account signatory, LocalDate day) {
        String office = dossier.office().orElseThrow();
        Delegation.Kind kind =
                dossier.prepared().orElseThrow().decision() instanceof Decision.Granted
                        ? Delegation.Kind.GRANT
                        : Delegation.Kind.REFUSE;
        return delegations.on(signatory.id(), office, kind, dossier.procedure(), day);
    }

    /// What keeps this person from signing what is prepared, though he signs for the office; empty
    /// when nothing does.
    ///
    /// @param under the delegation that he has for it
    public static Optional<Why> barred(
            Dossier dossier, Account signatory, Optional<Delegation> under) {
        if (dossier.course().acquired().isPresent()) {
            return Optional.of(Why.ACQUIRED);
        }
        if (dossier.prepared().orElseThrow().by().equals(signatory.id())) {
            return Optional.of(Why.SAME_PERSON);
        }
        return under.isPresent() ? Optional.empty() : Optional.of(Why.NO_DELEGATION);
    }

    /// The signatory sends the prepared decision back, and says why.
    @Transactional
    public Dossier sendBack(DossierId id, String reason, Account by) {
        return acts.perform(
                id,
                Act.SEND_BACK,
                by,
                held -> held.dossier().sendBack(acts.now()),
                new Trace(Map.of(), Map.of("reason", reason.strip())),
                null);
    }

    /// Signs what was prepared. Who prepared it does not sign it, and what is signed is what was
    /// seen.
    ///
    /// @param decision the prepared decision that was seen
    /// @param shown hashes of the very documents that were shown today; empty when none was
    /// @param confirmed the hashes that the signatory confirms
    @Transactional
    public Dossier sign(DossierId id, UUID decision, String shown, String confirmed, Account by) {
        return acts.perform(
                id,
                Act.SIGN,
                by,
                held -> {
                    Dossier dossier = held.dossier();
                    if (!dossier.prepared().orElseThrow().id().equals(decision)) {
                        throw new IllegalMove(Why.STALE, Act.SIGN, dossier.stage().name());
                    }
                    requireFree(dossier, Act.SIGN);
                    LocalDate today = today(dossier);
                    Optional<Delegation> under = delegation(dossier, by, today);
                    barred(dossier, by, under)
                            .ifPresent(
                                    why -> {
                                        throw new IllegalMove(
                                                why, Act.SIGN, dossier.stage().name());
                                    });
                    if (shown.isEmpty() || !shown.equals(confirmed)) {
                        throw new IllegalMove(Why.OTHER_HASH, Act.SIGN, dossier.stage().name());
                    }
                    return dossier.sign(
                            new Signed(
                                    acts.now(),
                                    by.id(),
                                    by.displayName(),
                                    Optional.ofNullable(by.capacity()).orElse(""),
                                    confirmed,
                                    under.orElseThrow().id()),
                            today);
                },
                Trace.of(Map.of("decision", decision.toString(), "sha256", confirmed)),
                new DecisionSigned(id, acts.now()));
    }

    /// Gives the parties an official document. Given once: done again, nothing changes.
    @Transactional
    public Dossier deliver(DossierId id, IssuedDeed deed, Actor by) {
        Dossier before = table.lock(id).orElseThrow();
        if (before.deed(deed.kind()).isPresent()) {
            return before;
        }
        return acts.write(
                before,
                before.deliver(deed),
                by,
                "DELIVER",
                Trace.of(
                        Map.of(
                                "deed", deed.kind().name(),
                                "document", deed.document().value().toString(),
                                "sha256", deed.sha256())),
                new DeedIssued(id, deed.kind(), acts.now()));
    }

    /// Withdraws a refusal that was given: the request is examined again, and its clock begins
    /// again.
    @Transactional(propagation = Propagation.MANDATORY)
    public Dossier reopen(DossierId id, Account by) {
        return acts.perform(
                id,
                Act.REOPEN,
                by,
                held -> {
                    Dossier dossier = held.dossier();
                    String office = dossier.office().orElseThrow();
                    return dossier.reopen(acts.now(), acts.today(office), acts.days(office));
                },
                Trace.NONE,
                null);
    }

    /// What would keep the decision that was given from having granted this instead, by the limits
    /// of its own day; of what silence gave, by those of the request.
    public List<Gap> faults(Dossier decided, Decision.Granted instead) {
        String criteria =
                decided.prepared().map(Prepared::criteria).orElseGet(decided::procedureVersion);
        return new Proposal(
                        decided,
                        procedures.version(decided.procedure(), criteria),
                        instead,
                        seat(decided))
                .faults();
    }

    /// Keeps the names, and the date of birth, that a clerical error had in the decision: lists
    /// show them, and the request is found by them as by those that were asked with.
    ///
    /// @param names as they were mended; a date of birth that was not is absent
    @Transactional(propagation = Propagation.MANDATORY)
    public void mend(Dossier held, Names names) {
        table.mend(held.id(), Names.of(held.answers()), names);
    }

    /// Says on the lists of the office whether an act about the decision waits to be signed.
    @Transactional(propagation = Propagation.MANDATORY)
    public void waits(DossierId id, boolean toSign) {
        table.waits(id, toSign);
    }

    /// What silence gave is decided: it is mended or, once its holders were heard, taken back
    /// (L121-1, L242-1 CRPA), after which there is nothing left to decide. What it refused is not.
    private void requireFree(Dossier held, Act act) {
        held.look(today(held))
                .course()
                .acquired()
                .map(_ -> Why.ACQUIRED)
                .or(() -> impediment.to(held.id()))
                .ifPresent(
                        why -> {
                            throw new IllegalMove(why, act, held.stage().name());
                        });
    }

    private static void requireVersion(Dossier dossier, long version, Act act) {
        if (dossier.version() != version) {
            throw new IllegalMove(Why.STALE, act, dossier.stage().name());
        }
    }

    private static String drawCode() {
        StringBuilder code = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(CODE_ALPHABET[RANDOM.nextInt(CODE_ALPHABET.length)]);
        }
        return code.toString();
    }
}
