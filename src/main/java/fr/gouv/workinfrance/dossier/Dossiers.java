package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.DocumentState;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Acts.Trace;
import fr.gouv.workinfrance.dossier.clock.LegalClock;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.procedure.Gap;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Statement;
import fr.gouv.workinfrance.procedure.TimeLimit;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.body.Sight;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What the parties see, deposit and take back. Filling a request is in [Drafts], who takes part in
/// it in [Parties], what the administration does in [Decisions]: all go through the same door.
@Component
public class Dossiers {

    private static final int LATE = 500;

    private final Acts acts;
    private final DossierTable table;
    private final Perusals perusals;
    private final Competences competences;
    private final Documents documents;
    private final Reuses reuses;
    private final Proxies proxies;

    Dossiers(
            Acts acts,
            DossierTable table,
            Perusals perusals,
            Competences competences,
            Documents documents,
            Reuses reuses,
            Proxies proxies) {
        this.acts = acts;
        this.table = table;
        this.perusals = perusals;
        this.competences = competences;
        this.documents = documents;
        this.reuses = reuses;
        this.proxies = proxies;
    }

    /// The dossier, for someone who is something to it; for anyone else it does not exist.
    @Transactional(readOnly = true)
    public Optional<Seen> see(Reference reference, Account account) {
        return table.find(reference).flatMap(dossier -> perusals.seen(dossier, account));
    }

    /// The same, by the id that the house knows.
    @Transactional(readOnly = true)
    public Optional<Seen> see(DossierId id, Account account) {
        return table.find(id).flatMap(dossier -> perusals.seen(dossier, account));
    }

    /// The dossier itself, for the house's own work: the queue, which acts for nobody.
    public Dossier dossier(DossierId id) {
        return table.find(id).orElseThrow();
    }

    /// Whether someone is anything to a dossier today.
    @Transactional(readOnly = true)
    public boolean isSeenBy(Dossier dossier, Account account) {
        return !acts.relations(dossier, account).isEmpty();
    }

    /// The same, which nobody else changes until the caller's transaction ends.
    @Transactional
    public Dossier hold(DossierId id) {
        return acts.locked(id);
    }

    /// The same, for an act that is kept elsewhere.
    ///
    /// @throws IllegalMove when this person may not do this to it where it is
    @Transactional
    public Dossier hold(DossierId id, Account by, Act act) {
        return acts.hold(id, by, act).dossier();
    }

    /// Marks whether an opinion is awaited about a dossier that is held: the desk lists those.
    @Transactional(propagation = Propagation.MANDATORY)
    public void awaitsOpinion(DossierId id, boolean awaits) {
        table.awaitsOpinion(id, awaits);
    }

    /// Says which authority above an appeal against the refusal is before: its agents see the
    /// dossier as long as one is.
    ///
    /// @param authority absent when none is any more
    @Transactional(propagation = Propagation.MANDATORY)
    public void before(DossierId id, @Nullable String authority) {
        table.before(id, authority);
    }

    /// A deposited dossier as an administration sees it that was consulted or informed: what its
    /// purpose needs, and nothing else.
    @Transactional(readOnly = true)
    public Seen shown(DossierId id, Sight sight) {
        Dossier dossier = table.find(id).orElseThrow();
        return Seen.consulted(dossier, acts.procedure(dossier), acts.version(dossier), sight);
    }

    /// The same, unless it was a draft that has been erased since.
    public Optional<Dossier> find(DossierId id) {
        return table.find(id);
    }

    /// The requests someone is a party to, and those that mandates open to him, the newest first.
    ///
    /// @param after the last one of the page before; absent for the first page
    @Transactional(readOnly = true)
    public List<Dossier> of(Account account, @Nullable Dossier after, int limit) {
        Instant before = after == null ? Instant.parse("9999-01-01T00:00:00Z") : after.openedAt();
        UUID beforeId = after == null ? new UUID(0, 0) : after.id().value();
        return table.of(
                account.id(),
                proxies.opened(account, before, beforeId, limit),
                before,
                beforeId,
                limit);
    }

    /// The version of its procedure that a dossier follows: the newest, while it is a draft.
    public Version version(Dossier dossier) {
        return acts.version(dossier);
    }

    /// All that is missing or wrong, were it deposited today; what does not block is advice. A
    /// document in which a virus was found is missing; one that waits to be scanned is there.
    public List<Gap> gaps(Dossier dossier) {
        Version version = acts.version(dossier);
        List<Gap> gaps = new ArrayList<>(unread(version, dossier));
        gaps.addAll(
                version.gaps(
                        dossier.values(),
                        dossier.attachments().given(destroyed(dossier)),
                        dossier.attachments().unavailable(),
                        acts.today()));
        version.workerAttestation()
                .filter(_ -> !dossier.participation().workerAttests())
                .ifPresent(statement -> gaps.add(unattested(statement)));
        return gaps;
    }

    /// What the answers break between them or of the law, whatever documents are there.
    public List<Gap> broken(Dossier dossier) {
        return acts
                .version(dossier)
                .gaps(dossier.values(), Set.of(), Set.of(), acts.today())
                .stream()
                .filter(gap -> gap.kind() == Gap.Kind.RULE)
                .toList();
    }

    private Set<DocumentId> destroyed(Dossier dossier) {
        return documents.states(dossier.attachments().documents()).entrySet().stream()
                .filter(document -> document.getValue() instanceof DocumentState.Infected)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Gap unattested(Statement statement) {
        return new Gap(
                Gap.Kind.ATTESTATION,
                statement.id(),
                null,
                null,
                "dossier.gap.attestation",
                List.of(statement.words()),
                true);
    }

    /// What was typed and could not be read blocks a deposit, were the question optional.
    private static List<Gap> unread(Version version, Dossier dossier) {
        Map<String, Object> values = dossier.values();
        return Arrays.stream(Part.values())
                .flatMap(part -> version.visibleFields(part, values).stream())
                .filter(field -> !values.containsKey(field.id()))
                .filter(field -> dossier.answers().unread(field.id()))
                .filter(field -> !field.required().holds(values))
                .map(
                        field ->
                                new Gap(
                                        Gap.Kind.FIELD,
                                        field.id(),
                                        field.section(),
                                        field.id(),
                                        "dossier.gap.unread",
                                        List.of(field.label()),
                                        true))
                .toList();
    }

    /// Deposits the request, which is receipt by the administration (L114-3 CRPA). Done twice, or
    /// by two at once, it is one deposit, told twice.
    ///
    /// @param statement whether the statement on honour was made
    @Transactional
    public Submission submit(DossierId id, Account by, boolean statement) {
        Dossier before = acts.followed(table.lock(id).orElseThrow());
        Set<Relation> relations = acts.relations(before, by);
        if (before.stage() instanceof Stage.Submitted
                && relations.stream().anyMatch(Move.of(Act.SUBMIT).by()::contains)) {
            return new Submission.Accepted(before);
        }
        acts.held(before, by, Act.SUBMIT);
        if (!statement) {
            return new Submission.Refused(Submission.Reason.NO_STATEMENT);
        }
        if (!acts.encoded(before)) {
            return new Submission.Refused(Submission.Reason.LAW_NOT_ENCODED);
        }
        Dossier ready = acts.supplied(before);
        List<Gap> gaps = gaps(ready).stream().filter(Gap::blocking).toList();
        if (!gaps.isEmpty()) {
            return new Submission.Incomplete(gaps);
        }
        Version version = acts.version(before);
        Optional<Office> competent = competent(version, before);
        if (competent.isEmpty()) {
            return new Submission.Refused(Submission.Reason.NO_COMPETENT_OFFICE);
        }
        String office = competent.get().id();
        LocalDate day = acts.today(office);
        TimeLimit limit = acts.timeLimit(before);
        Dossier after =
                ready.submit(
                        version.number(),
                        new Stage.Deposit(acts.now(), office),
                        LegalClock.of(limit.period(), limit.silence()),
                        day,
                        acts.days(office));
        Dossier deposited =
                acts.write(
                        before,
                        after,
                        by.actor(),
                        Act.SUBMIT.name(),
                        Trace.of(
                                Map.of(
                                        "office", office,
                                        "procedure version", version.number(),
                                        "opened under", before.procedureVersion(),
                                        "day", day.toString())),
                        new DossierSubmitted(id, acts.now()));
        reuses.keep(deposited, day, by);
        return new Submission.Accepted(deposited);
    }

    /// The office that would handle the request; empty while the answers do not say. Why is told by
    /// the version's rule of competence.
    public Optional<Office> competent(Version version, Dossier dossier) {
        return competences.competent(version, dossier, acts.today());
    }

    /// The employer files by itself what another began to file for it (R5221-1 II of the Code du
    /// travail): the request stays, and is asked for no mandate any more.
    @Transactional
    public Dossier fileItself(DossierId id, Account by) {
        return acts.perform(
                id, Act.FILE, by, held -> held.dossier().filedByEmployer(), Trace.NONE, null);
    }

    /// Takes the request back.
    @Transactional
    public Dossier withdraw(DossierId id, Account by) {
        return acts.perform(
                id,
                Act.WITHDRAW,
                by,
                held ->
                        held.dossier()
                                .withdraw(
                                        acts.now(),
                                        acts.today(held.dossier().office().orElseThrow())),
                Trace.NONE,
                new DossierWithdrawn(id, acts.now()));
    }

    /// A party contests a refusal, or asks for its reasons: what it says is kept by who takes it
    /// in.
    ///
    /// @param act [Act#APPEAL] or [Act#ASK_REASONS]
    /// @param facts never personal; kept for ever
    /// @param words can be erased later without breaking the chain
    @Transactional(propagation = Propagation.MANDATORY)
    public Dossier contest(
            DossierId id,
            Act act,
            Account by,
            Map<String, String> facts,
            Map<String, String> words,
            Object event) {
        return acts.perform(
                id, act, by, held -> held.dossier().contested(act), new Trace(facts, words), event);
    }

    /// Records what the passing of time has done to a dossier: an answer that did not come, the
    /// limit reached.
    @Transactional
    public Dossier look(DossierId id) {
        Dossier before = table.lock(id).orElseThrow();
        Optional<String> office = before.office();
        Dossier after = office.isEmpty() ? before : before.look(acts.today(office.get()));
        if (after.equals(before)) {
            return before;
        }
        boolean reached = after.reached() && !before.reached();
        return acts.write(
                before,
                after,
                Actor.system("dossier-silence"),
                "TIME",
                Trace.of(Map.of("reached", Boolean.toString(reached))),
                reached ? new SilenceReached(id, acts.now()) : null);
    }

    /// Dossiers whose limit has come, and of which this was not yet recorded: some of them, the
    /// oldest first.
    List<DossierId> late() {
        // what is late anywhere in France is late by the clock of its easternmost territory
        return table.late(acts.now().atZone(HolidayZone.REUNION.id()).toLocalDate(), LATE);
    }

    /// The day it is where the dossier is handled.
    public LocalDate today(Dossier dossier) {
        return dossier.office().map(acts::today).orElseGet(acts::today);
    }
}
