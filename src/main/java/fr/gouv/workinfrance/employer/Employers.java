package fr.gouv.workinfrance.employer;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grant;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.employer.IllegalChange.Why;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.reference.Siren;
import fr.gouv.workinfrance.reference.Siret;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The companies that have a space here, and their establishments. Who acts for them is in
/// [Members], how the first one proves that he may in [Claims].
@Component
public class Employers {

    private final EmployerTable table;
    private final Grants grants;
    private final Journal journal;
    private final Clock clock;

    Employers(EmployerTable table, Grants grants, Journal journal, Clock clock) {
        this.table = table;
        this.grants = grants;
        this.journal = journal;
        this.clock = clock;
    }

    /// The companies for which someone acts, by name.
    ///
    /// @param held what he now holds
    @Transactional(readOnly = true)
    public List<Position> of(Collection<Grant> held) {
        Map<EmployerId, Membership> memberships =
                Membership.of(held).stream()
                        .collect(
                                Collectors.toMap(
                                        Membership::employer,
                                        Function.identity(),
                                        (one, other) ->
                                                one.role().allows(other.role()) ? one : other));
        return memberships.isEmpty()
                ? List.of()
                : table.find(memberships.keySet()).stream()
                        .map(
                                employer ->
                                        new Position(
                                                employer,
                                                Objects.requireNonNull(
                                                        memberships.get(employer.id()))))
                        .toList();
    }

    /// What someone is to a company; empty for who is nothing to it, for whom it does not exist.
    ///
    /// @param held what he now holds
    @Transactional(readOnly = true)
    public Optional<Position> position(Siren siren, Collection<Grant> held) {
        EmployerId id = EmployerId.of(siren);
        return of(held).stream().filter(each -> each.employer().id().equals(id)).findFirst();
    }

    /// The company of that number, for the house's own work.
    @Transactional(readOnly = true)
    public Optional<Employer> employer(EmployerId id) {
        return table.find(id);
    }

    /// Adds an establishment, so that colleagues may be named to it and requests begun for it.
    ///
    /// @throws IllegalArgumentException when it is another company's
    @Transactional
    public void add(EmployerId id, Siret siret, String name, Account by) {
        requireOpen(administered(id, by));
        if (!id.equals(EmployerId.of(new Siren(siret.siren())))) {
            throw new IllegalArgumentException("the establishment of another company");
        }
        if (table.insert(id, siret, name, now())) {
            record(id, by, "establishment.added", Map.of("siret", siret.value()));
        }
    }

    /// Says that an establishment has closed: nothing is begun for it any more.
    @Transactional
    public void close(EmployerId id, Siret siret, Account by) {
        administered(id, by);
        if (table.close(id, siret, now())) {
            record(id, by, "establishment.closed", Map.of("siret", siret.value()));
        }
    }

    /// Says that the company has ceased. What was asked for is still read and goes on; nothing more
    /// is begun, nobody more is invited, and its last administrator may leave.
    @Transactional
    public void close(EmployerId id, Account by) {
        administered(id, by);
        if (table.close(id, now())) {
            record(id, by, "employer.closed", Map.of());
        }
    }

    /// The company, held until the end of the transaction, if this person now administers it.
    @Transactional(propagation = Propagation.MANDATORY)
    Employer administered(EmployerId id, Account by) {
        Employer employer =
                table.lock(id).orElseThrow(() -> new IllegalChange(Why.NOT_ADMINISTRATOR));
        if (!grants.holds(by.id(), Role.ADMINISTERS.granted(), id.scope())) {
            throw new IllegalChange(Why.NOT_ADMINISTRATOR);
        }
        return employer;
    }

    static void requireOpen(Employer employer) {
        if (!employer.open()) {
            throw new IllegalChange(Why.CLOSED);
        }
    }

    private void record(EmployerId id, Account by, String act, Map<String, String> facts) {
        journal.record(id.subject(), by.actor(), act, facts);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
