package fr.gouv.workinfrance.office;

import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;
import fr.gouv.workinfrance.office.Delegation.Kind;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/// Who may sign what for a service, by a delegation that was published.
@Component
public class Delegations {

    private final DelegationTable table;
    private final Journal journal;

    Delegations(DelegationTable table, Journal journal) {
        this.table = table;
        this.journal = journal;
    }

    /// Those that a service ever had, the latest first.
    @Transactional(readOnly = true)
    public List<Delegation> of(String office) {
        return table.of(office);
    }

    /// Under which of them this person may sign such a decision on that day; the first that was
    /// given, when several are good for it.
    @Transactional(readOnly = true)
    public Optional<Delegation> on(
            UUID account, String office, Kind kind, String procedure, LocalDate day) {
        return table.of(account, office).stream()
                .filter(delegation -> delegation.covers(kind, procedure, day))
                .findFirst();
    }

    /// Enters one that was published.
    @Transactional
    public void give(Delegation given, Actor by) {
        table.add(given);
        journal.record(
                new Subject("office", given.office()),
                by,
                "DELEGATE",
                new TreeMap<>(
                        Map.of(
                                "delegation", given.id().toString(),
                                "account", given.account().toString(),
                                "authority", String.valueOf(given.authority()),
                                "kinds",
                                        given.kinds().stream()
                                                .map(Kind::name)
                                                .sorted()
                                                .collect(Collectors.joining(",")),
                                "procedures", String.join(",", new TreeSet<>(given.procedures())),
                                "act", given.act(),
                                "gazette", given.gazette(),
                                "first", given.first().toString(),
                                "last", Objects.toString(given.last(), ""))));
    }

    /// Ends one: that day is its last.
    ///
    /// @throws IllegalArgumentException when it has not begun by then, or has ended before
    @Transactional
    public void end(Delegation ended, LocalDate last, Actor by) {
        if (last.isBefore(ended.first()) || ended.over(last)) {
            throw new IllegalArgumentException("it does not hold on that day");
        }
        table.end(ended.id(), last);
        journal.record(
                new Subject("office", ended.office()),
                by,
                "END_DELEGATION",
                Map.of("delegation", ended.id().toString(), "last", last.toString()));
    }
}
