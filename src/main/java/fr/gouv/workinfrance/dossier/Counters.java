package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grant;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Invitations;
import fr.gouv.workinfrance.access.OnPaper;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.dossier.Acts.Trace;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Version;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// Requests that an agent enters at the counter of an office, as such, for someone who cannot and
/// who agrees to it. Whoever enters one has no part in what is decided on it.
@Component
public class Counters {

    /// What the invitation printed on the copy gives, until it is turned into the relations of the
    /// person.
    public static final String PERSON = "counter_person";

    private final Acts acts;
    private final DossierTable dossiers;
    private final Procedures procedures;
    private final Grants grants;
    private final Invitations invitations;
    private final CounterDeeds deeds;
    private final TransactionTemplate transaction;
    private final Recalls recalls;

    Counters(
            Acts acts,
            DossierTable dossiers,
            Procedures procedures,
            Grants grants,
            Invitations invitations,
            CounterDeeds deeds,
            TransactionTemplate transaction,
            Recalls recalls) {
        this.acts = acts;
        this.dossiers = dossiers;
        this.procedures = procedures;
        this.grants = grants;
        this.invitations = invitations;
        this.deeds = deeds;
        this.transaction = transaction;
        this.recalls = recalls;
    }

    /// The offices at whose counter someone works.
    public static List<String> offices(List<Grant> held) {
        return held.stream()
                .filter(grant -> grant.relation().equals(Relation.COUNTER.granted()))
                .filter(grant -> grant.scope().kind().equals("office"))
                .map(grant -> grant.scope().id())
                .toList();
    }

    /// Opens a request for someone who has agreed to it. The agent fills it in until the person
    /// comes in by himself.
    ///
    /// @param filer who files: the person's part
    /// @param person his name, as the agent wrote it
    @Transactional
    public Dossier open(
            String procedure,
            Part filer,
            String person,
            Counter.Agreement agreement,
            Account agent) {
        String office =
                offices(grants.of(agent.id())).stream()
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalMove(
                                                Why.NOT_ALLOWED, Act.ANSWER, Stage.Name.DRAFT));
        Version version = procedures.current(procedure, acts.today());
        Drafts.filing(version, filer);
        Counter counter = new Counter(office, agent.id(), person, agreement, acts.now());
        DossierId id = new DossierId(UUID.randomUUID());
        Dossier draft =
                Dossier.open(
                        id,
                        Reference.draw(),
                        version,
                        filer,
                        "fr",
                        new Origin(null, counter),
                        acts.now(),
                        agent.id());
        dossiers.insert(draft);
        grants.give(
                agent.id(),
                Relation.COUNTER.granted(),
                id.scope(),
                acts.now(),
                after(Lapse.KEPT.plusMonths(3)),
                agent.actor());
        return acts.write(
                draft,
                draft,
                agent.actor(),
                "OPEN",
                new Trace(
                        Map.of(
                                "procedure", procedure,
                                "version", version.number(),
                                "filer", filer.name(),
                                "counter", office,
                                "agreement", agreement.name()),
                        Map.of("person", person)),
                null);
    }

    /// What an agent entered, the newest first.
    @Transactional(readOnly = true)
    public List<Dossier> of(Account agent, int limit) {
        return dossiers.enteredBy(agent.id(), limit);
    }

    /// Prints all that was answered and joined, for the person to sign and take away, with a code
    /// by which he may come in; the code of an earlier copy is dead. To be called outside of any
    /// transaction: printing takes its time.
    @Transactional(propagation = Propagation.NEVER)
    public byte[] copy(DossierId id, Account agent) {
        OnPaper key = Objects.requireNonNull(transaction.execute(_ -> key(id, agent)));
        return deeds.copy(acts.followed(dossiers.find(id).orElseThrow()), agent, key).bytes();
    }

    private OnPaper key(DossierId id, Account agent) {
        Dossier dossier = dossiers.lock(id).orElseThrow();
        if (!acts.relations(dossier, agent).contains(Relation.COUNTER)) {
            throw IllegalMove.notAllowed(dossier, Act.ANSWER);
        }
        OnPaper key =
                invitations.onPaper(
                        PERSON,
                        id.scope(),
                        dossier.language(),
                        agent,
                        dossier.reference().value(),
                        after(Lapse.KEPT));
        acts.copied(dossier, agent);
        return key;
    }

    /// The person has come in, with the code of the copy: he is the party that he is, and fills in
    /// his own part from now on.
    @Transactional(propagation = Propagation.MANDATORY)
    void comeIn(DossierId id, Account person) {
        Dossier before = dossiers.lock(id).orElseThrow();
        Dossier after = before;
        Set<Part> joined = EnumSet.noneOf(Part.class);
        for (Part part : Drafts.parts(Drafts.filing(acts.version(before), before.filer()))) {
            if (before.party(part).isEmpty()) {
                grants.give(
                        person.id(),
                        Relation.of(part).granted(),
                        id.scope(),
                        acts.now(),
                        null,
                        person.actor());
                after = after.join(Party.joining(part, person.id(), person.email(), acts.now()));
                joined.add(part);
            }
        }
        after = recalls.joined(after, joined, person);
        grants.on(id.scope()).stream()
                .filter(grant -> grant.relation().equals(PERSON))
                .forEach(grant -> grants.end(grant.id(), acts.now(), person.actor()));
        if (!after.equals(before)) {
            acts.write(before, after, person.actor(), "JOIN", Recalls.trace(before, after), null);
        }
    }

    private Instant after(Period period) {
        return acts.today().plus(period).atStartOfDay(HolidayZone.METROPOLE.id()).toInstant();
    }
}
