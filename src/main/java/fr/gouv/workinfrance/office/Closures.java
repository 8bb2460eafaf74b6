package fr.gouv.workinfrance.office;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grant;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Services that close on a day, and their successors. Requests are handed over by who knows of
/// them, in the transaction of [#done].
@Component
public class Closures {

    /// Those who go on working; its head has no service to be the head of any more.
    private static final Set<String> MEMBERS = Set.of("caseworker", "signatory", "counter");

    private final ClosureTable table;
    private final Offices offices;
    private final Grants grants;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Closures(
            ClosureTable table,
            Offices offices,
            Grants grants,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.offices = offices;
        this.grants = grants;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Closure> of(String office) {
        return table.of(office);
    }

    /// Those whose last day has passed where they sit, be they handed over or not.
    @Transactional(readOnly = true)
    public List<Closure> past() {
        return table.all().stream().filter(this::past).toList();
    }

    /// The same of one, which nobody else can hand over until the transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Closure> held(String office) {
        return table.lock(office).filter(this::past);
    }

    private boolean past(Closure closure) {
        return offices.today(offices.office(closure.office()).orElseThrow())
                .isAfter(closure.lastDay());
    }

    /// Those that could succeed a service from the day after its last: of its kind, open then, and
    /// competent for all the procedures that it is for.
    @Transactional(readOnly = true)
    public List<Office> successors(Office office, LocalDate lastDay) {
        return offices.all().stream()
                .filter(other -> other.kind() == office.kind() && !other.id().equals(office.id()))
                .filter(other -> other.open(lastDay.plusDays(1)))
                .filter(
                        other ->
                                other.procedures().isEmpty()
                                        || (!office.procedures().isEmpty()
                                                && other.procedures()
                                                        .containsAll(office.procedures())))
                .toList();
    }

    /// A service will close, or has closed.
    ///
    /// @return false when someone has closed it meanwhile
    /// @throws IllegalArgumentException when it could not, or not so
    @Transactional
    public boolean plan(Closure closure, Account by) {
        Office office = offices.office(closure.office()).orElseThrow();
        List<String> possible =
                successors(office, closure.lastDay()).stream().map(Office::id).toList();
        if (closure.lastDay().isBefore(office.from())
                || !possible.containsAll(closure.successors())
                || !office.territory().departments().containsAll(closure.parts().keySet())) {
            throw new IllegalArgumentException("a service that closes has successors");
        }
        if (!table.insert(closure, by.id().toString(), clock.instant())) {
            return false;
        }
        table.ends(office.id(), Optional.of(closure.lastDay()));
        Map<String, String> facts = new HashMap<>();
        facts.put("last", closure.lastDay().toString());
        facts.put("successor", closure.successor());
        facts.put("members", String.valueOf(closure.members()));
        closure.parts().forEach((code, successor) -> facts.put("successor " + code, successor));
        journal.record(subject(closure), by.actor(), "CLOSE", facts);
        return true;
    }

    /// It will not close after all.
    ///
    /// @return false when it was not to, or has
    @Transactional
    public boolean cancel(Closure closure, Account by) {
        if (!table.delete(closure.office())) {
            return false;
        }
        table.ends(closure.office(), Optional.empty());
        journal.record(subject(closure), by.actor(), "KEEP_OPEN", Map.of());
        return true;
    }

    /// All that it had was handed over: its territory, and those who work there if they go on.
    ///
    /// @param requests how many were
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(Closure closure, long requests, Actor by) {
        Instant now = clock.instant();
        Office office = offices.office(closure.office()).orElseThrow();
        for (String successor : closure.successors()) {
            boolean main = successor.equals(closure.successor());
            table.inherits(
                    successor,
                    office.territory().departments().stream()
                            .filter(
                                    code ->
                                            closure.successor(new Place.InDepartment(code))
                                                    .equals(successor))
                            .toList(),
                    main ? List.copyOf(office.territory().countries()) : List.of(),
                    main && office.territory().everywhere());
        }
        table.adopt(closure.office(), closure.successor());
        if (closure.members()) {
            table.skills(closure.office(), closure.successor());
            members(closure, now, by);
        }
        table.done(closure.office(), now);
        journal.record(
                subject(closure), by, "HANDED_OVER", Map.of("requests", String.valueOf(requests)));
        for (String successor : closure.successors()) {
            journal.record(
                    new Subject("office", successor),
                    by,
                    "SUCCEED",
                    Map.of("office", closure.office()));
        }
        tell(closure, now);
    }

    /// What it had since, by an act that was under way, was handed over as well.
    @Transactional(propagation = Propagation.MANDATORY)
    public void late(Closure closure) {
        tell(closure, clock.instant());
    }

    private void tell(Closure closure, Instant at) {
        events.publishEvent(
                new OfficeClosed(
                        new OfficeId(closure.office()), new OfficeId(closure.successor()), at));
    }

    private void members(Closure closure, Instant now, Actor by) {
        Scope next = new Scope("office", closure.successor());
        for (Grant grant : grants.on(new Scope("office", closure.office()))) {
            if (MEMBERS.contains(grant.relation())) {
                grants.give(grant.account(), grant.relation(), next, now, grant.until(), by);
                grants.end(grant.id(), now, by);
            }
        }
    }

    private static Subject subject(Closure closure) {
        return new Subject("office", closure.office());
    }
}
