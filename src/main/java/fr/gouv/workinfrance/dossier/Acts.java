package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grant;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.calendar.LegalDays;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.dossier.clock.ClockLine;
import fr.gouv.workinfrance.employer.Membership;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Procedure.Aspect;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.TimeLimit;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.Words;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The one door of every act on a dossier: in the caller's transaction it checks [Move], writes the
/// dossier under its version, writes the journal entry and publishes the event.
@Component
class Acts {

    private final DossierTable dossiers;
    private final LedgerTable ledger;
    private final CorrectionTable corrections;
    private final Grants grants;
    private final Procedures procedures;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Offices offices;
    private final Proxies proxies;
    private final Authorities authorities;

    Acts(
            DossierTable dossiers,
            LedgerTable ledger,
            CorrectionTable corrections,
            Grants grants,
            Procedures procedures,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock,
            Offices offices,
            Proxies proxies,
            Authorities authorities) {
        this.dossiers = dossiers;
        this.ledger = ledger;
        this.corrections = corrections;
        this.grants = grants;
        this.procedures = procedures;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
        this.offices = offices;
        this.proxies = proxies;
        this.authorities = authorities;
    }

    /// What the journal keeps of an act.
    ///
    /// @param facts never personal; kept for ever
    /// @param personal can be erased later without breaking the chain
    record Trace(Map<String, String> facts, Map<String, String> personal) {
        static final Trace NONE = new Trace(Map.of(), Map.of());

        static Trace of(Map<String, String> facts) {
            return new Trace(facts, Map.of());
        }
    }

    /// A dossier that nobody else can change until the transaction ends, and what the person is to
    /// it.
    ///
    /// @param limit why his mandates keep him from doing it as the employer would; absent when they
    ///   do not
    record Held(Dossier dossier, Set<Relation> relations, Optional<Why> limit) {

        /// This is not his to do in someone else's name.
        IllegalMove notAllowed(Act act) {
            return new IllegalMove(limit.orElse(Why.NOT_ALLOWED), act, dossier.stage().name());
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Held hold(DossierId id, Account account, Act act) {
        return held(locked(id, act), account, act);
    }

    /// The same, of who fills it: once it is deposited, he mends what is open again.
    @Transactional(propagation = Propagation.MANDATORY)
    Held filling(DossierId id, Account account, Act act) {
        Dossier dossier = locked(id, act);
        return held(dossier, account, dossier.stage() instanceof Stage.Draft ? act : Act.MEND);
    }

    /// A dossier that nobody else can change until the transaction ends, for the house's own work.
    @Transactional(propagation = Propagation.MANDATORY)
    Dossier locked(DossierId id) {
        return dossiers.lock(id).orElseThrow();
    }

    private Dossier locked(DossierId id, Act act) {
        return dossiers.lock(id)
                .map(this::followed)
                .orElseThrow(() -> new IllegalMove(Why.NOT_ALLOWED, act, Stage.Name.DRAFT));
    }

    /// Writes what someone said or joined: in a draft; of a deposited request, beside it, until the
    /// parties send it.
    ///
    /// @param filled the dossier as its parties see it, changed
    @Transactional(propagation = Propagation.MANDATORY)
    Dossier fill(
            Dossier before, Dossier filled, Set<Part> readers, Account by, Act act, Trace trace) {
        return before.stage() instanceof Stage.Draft
                ? write(before, filled.changedFor(readers), by.actor(), act.name(), trace, null)
                : write(
                        before,
                        before.with(amendment(before).with(filled.content())),
                        by.actor(),
                        Act.MEND.name(),
                        trace,
                        null);
    }

    /// The same, of a dossier that is held already.
    @Transactional(propagation = Propagation.MANDATORY)
    Held held(Dossier dossier, Account account, Act act) {
        Proxy proxy =
                proxies.acting(dossier, account, own(dossier, account, grants.of(account.id())));
        Held held = new Held(dossier, proxy.doing(act), proxy.limit(act));
        if (!Move.allows(act, held.relations(), dossier.stage().name())) {
            throw held.notAllowed(act);
        }
        return held;
    }

    /// What the parties of a deposited request are mending: what they have begun, or the request as
    /// it is.
    Amendment amendment(Dossier dossier) {
        Amendment begun = dossier.amendment();
        return begun != null
                ? begun
                : new Amendment(
                        corrections.next(dossier.id()),
                        clock.instant(),
                        dossier.content(),
                        Map.of());
    }

    /// Writes what an act made of a dossier that is held.
    @Transactional(propagation = Propagation.MANDATORY)
    Dossier write(
            Dossier before,
            Dossier after,
            Actor actor,
            String act,
            Trace trace,
            @Nullable Object event) {
        // decisions first: the dossier's row names the current one
        ledger.write(before, after);
        corrections.write(before, after);
        if (!dossiers.update(after, IndexCard.of(after, version(after)), clock.instant())) {
            throw new IllegalMove(Why.STALE, Act.ANSWER, before.stage().name());
        }
        journal.record(
                after.id().subject(), actor, act, facts(before, after, trace), trace.personal());
        if (event != null) {
            events.publishEvent(event);
        }
        return dossiers.find(after.id()).orElseThrow();
    }

    /// The facts of an act, with the lines that it adds to the ledger: the journal alone gives the
    /// whole ledger again.
    private static Map<String, String> facts(Dossier before, Dossier after, Trace trace) {
        List<ClockLine> lines = LedgerTable.added(before, after);
        if (lines.isEmpty()) {
            return trace.facts();
        }
        Map<String, String> facts = new TreeMap<>(trace.facts());
        facts.put(
                "clock", lines.stream().map(ClockLine::written).collect(Collectors.joining("\n")));
        return facts;
    }

    /// One whole act by a person: hold, change, write.
    @Transactional(propagation = Propagation.MANDATORY)
    Dossier perform(
            DossierId id,
            Act act,
            Account by,
            Function<Held, Dossier> rule,
            Trace trace,
            @Nullable Object event) {
        Held held = hold(id, by, act);
        return write(held.dossier(), rule.apply(held), by.actor(), act.name(), trace, event);
    }

    /// What someone is to a dossier that he looks at, mandates included.
    Set<Relation> relations(Dossier dossier, Account account) {
        return proxy(dossier, account).seeing();
    }

    /// What someone is to a dossier, and how far his mandates let him act on it.
    Proxy proxy(Dossier dossier, Account account) {
        return proxy(dossier, account, grants.of(account.id()));
    }

    /// The same, by what he holds.
    Proxy proxy(Dossier dossier, Account account, List<Grant> held) {
        return proxies.of(dossier, account, own(dossier, account, held));
    }

    /// Whether this is someone's dossier at all: who is nothing to it is told that it does not
    /// exist. Who holds the grant of a part that another account fills is nothing to it. Of a
    /// dossier that belongs to a company, the colleagues of the day alone are the employer.
    private Set<Relation> own(Dossier dossier, Account account, List<Grant> held) {
        Set<Relation> relations = granted(dossier, held);
        relations.removeIf(
                relation ->
                        relation.part()
                                .filter(
                                        part ->
                                                !dossier.participation()
                                                        .isFilledBy(part, account.id()))
                                .isPresent());
        if (dossier.belonging().place().isPresent()) {
            relations.remove(Relation.EMPLOYER);
            relations.addAll(dossier.belonging().relations(Membership.of(held)));
        }
        relations.addAll(authorities.relations(dossier, held));
        if (dossier.origin().enteredBy(account.id())) {
            // who entered it for someone has no part in what is decided
            relations.removeAll(Set.of(Relation.OFFICE, Relation.SIGNATORY));
            relations.removeAll(Relation.ABOVE);
        }
        if (relations.contains(Relation.OFFICE) && account.id().equals(dossier.assignee())) {
            relations.add(Relation.ASSIGNEE);
        }
        return relations;
    }

    /// What someone's grants say, whoever has come in.
    Set<Relation> granted(Dossier dossier, Account account) {
        return granted(dossier, grants.of(account.id()));
    }

    /// A draft with one more answer: of the company whose establishment it names, if whoever names
    /// it acts for that establishment.
    Dossier answered(Dossier draft, Field field, Answer answer, Account by) {
        Dossier answered = draft.answer(field.id(), answer);
        return names(field, answered.answers())
                ? answered.with(
                        answered.belonging()
                                .named(answered.answers(), Membership.of(grants.of(by.id()))))
                : answered;
    }

    /// Whether it is the question that names the establishment, and is answered.
    static boolean names(Field field, Answers answers) {
        return field.id().equals(Known.EMPLOYER_SIRET.field())
                && answers.text(field.id()).isPresent();
    }

    private static Set<Relation> granted(Dossier dossier, List<Grant> held) {
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        Optional<Scope> office = dossier.office().map(id -> new Scope("office", id));
        for (Grant grant : held) {
            boolean onDossier = grant.scope().equals(dossier.id().scope());
            boolean onOffice = office.filter(grant.scope()::equals).isPresent();
            for (Relation relation : Relation.values()) {
                boolean applies =
                        relation.onDossier() ? onDossier : relation.onOffice() && onOffice;
                if (applies && relation.granted().equals(grant.relation())) {
                    relations.add(relation);
                }
            }
        }
        return relations;
    }

    /// The name of its procedure.
    Words procedure(Dossier dossier) {
        return procedures.name(dossier.procedure());
    }

    /// A draft with the mandate that answers for itself.
    Dossier supplied(Dossier dossier) {
        return proxies.supplied(dossier, version(dossier));
    }

    /// The version of the procedure that a dossier follows: the newest while it is a draft, or the
    /// one under which it was opened where nothing newer is encoded.
    Version version(Dossier dossier) {
        return newest(dossier)
                .orElseGet(
                        () -> procedures.version(dossier.procedure(), dossier.procedureVersion()));
    }

    private Optional<Version> newest(Dossier dossier) {
        return dossier.stage() instanceof Stage.Draft
                ? procedures
                        .procedure(dossier.procedure())
                        .flatMap(procedure -> procedure.on(Aspect.FORM, today()))
                : Optional.empty();
    }

    /// Whether a deposit made today has a law written for it in the catalogue.
    boolean encoded(Dossier dossier) {
        return newest(dossier).isPresent()
                && procedures
                        .procedure(dossier.procedure())
                        .flatMap(procedure -> procedure.on(Aspect.CLOCK, today()))
                        .isPresent();
    }

    /// The legal time limit of a deposit made today.
    TimeLimit timeLimit(Dossier dossier) {
        return procedures.clockOn(dossier.procedure(), today());
    }

    /// A draft that was opened under an earlier version is read by the questions of the newest.
    Dossier followed(Dossier dossier) {
        return newest(dossier)
                .filter(version -> !version.number().equals(dossier.procedureVersion()))
                .map(dossier::readBy)
                .orElse(dossier);
    }

    /// A copy was printed, which changes nothing of the dossier.
    void copied(Dossier dossier, Account by) {
        told(dossier, by.actor(), "COPY");
    }

    /// Something was done about a dossier that changes nothing of it.
    void told(Dossier dossier, Actor by, String what) {
        journal.record(dossier.id().subject(), by, what, Map.of());
    }

    void assigned(Dossier dossier, UUID caseworker, Account by) {
        ledger.assign(
                dossier.id(), dossier.office().orElseThrow(), caseworker, by.id(), clock.instant());
    }

    /// How days are counted where an office sits: its holidays and its time zone.
    LegalDays days(String office) {
        return offices.office(office)
                .map(offices::days)
                .orElseGet(() -> LegalDays.in(HolidayZone.METROPOLE));
    }

    /// Code of the département where an office sits.
    String seat(String office) {
        return offices.office(office).orElseThrow().seat();
    }

    /// The day it is where an office sits.
    LocalDate today(String office) {
        return clock.instant().atZone(days(office).zone().id()).toLocalDate();
    }

    /// The day it is in Paris, where the law is published: for a draft, which no office has yet.
    LocalDate today() {
        return clock.instant().atZone(HolidayZone.METROPOLE.id()).toLocalDate();
    }

    Instant now() {
        return clock.instant();
    }
}
