package fr.gouv.workinfrance.office;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grant;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.calendar.LegalDays;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;
import fr.gouv.workinfrance.reference.Department;
import fr.gouv.workinfrance.reference.Territories;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Which service handles what, where, on which day, and who works there.
@Component
public class Offices {

    /// Before the name of what was changed, in the journal: what it was.
    public static final String WAS = "was ";

    /// What nobody is anywhere.
    private static final String NOBODY = "";

    private final OfficeTable table;
    private final Grants grants;
    private final Territories territories;
    private final Journal journal;
    private final Clock clock;

    Offices(
            OfficeTable table,
            Grants grants,
            Territories territories,
            Journal journal,
            Clock clock) {
        this.table = table;
        this.grants = grants;
        this.territories = territories;
        this.journal = journal;
        this.clock = clock;
    }

    /// How days are counted where it sits: its holidays and its time zone.
    public LegalDays days(Office office) {
        return LegalDays.in(
                territories
                        .department(office.seat())
                        .map(Department::zone)
                        .orElse(HolidayZone.METROPOLE));
    }

    /// When a service wants to be warned of a legal date that comes.
    @Transactional
    public void warn(Office office, Thresholds thresholds, Account by) {
        table.warn(office.id(), thresholds);
        journal.record(
                new Subject("office", office.id()),
                by.actor(),
                "THRESHOLDS",
                Map.of(
                        "warning", String.valueOf(thresholds.warning()),
                        "urgent", String.valueOf(thresholds.urgent())));
    }

    /// The day it is where it sits.
    public LocalDate today(Office office) {
        return clock.instant().atZone(days(office).zone().id()).toLocalDate();
    }

    /// A new service.
    ///
    /// @return false when there is one of that id
    @Transactional
    public boolean open(Office office, Account by) {
        if (!table.insert(office)) {
            return false;
        }
        journal.record(
                new Subject("office", office.id()), by.actor(), "OPEN_OFFICE", facts(office));
        return true;
    }

    /// A service is not what it was any more: the journal keeps what it was, and what it is.
    ///
    /// @param office under the revision that was changed
    /// @return false when someone changed it meanwhile
    @Transactional
    public boolean change(Office office, Account by) {
        Map<String, String> before = facts(table.find(office.id()).orElseThrow());
        if (!table.update(office)) {
            return false;
        }
        Map<String, String> changed = new HashMap<>();
        facts(office)
                .forEach(
                        (fact, now) -> {
                            String then = before.getOrDefault(fact, "");
                            if (!now.equals(then)) {
                                changed.put(fact, now);
                                changed.put(WAS + fact, then);
                            }
                        });
        journal.record(new Subject("office", office.id()), by.actor(), "CHANGE_OFFICE", changed);
        return true;
    }

    /// Open services of its kind that would be competent for the same thing as this one.
    @Transactional(readOnly = true)
    public List<Office> rivals(Office office) {
        return table.all().stream().filter(office::rivals).toList();
    }

    private static Map<String, String> facts(Office office) {
        Map<String, String> facts = new HashMap<>();
        facts.put("kind", office.kind().name());
        facts.put("name", office.name());
        facts.put("address", office.address());
        facts.put("email", office.email());
        facts.put("phone", office.phone());
        facts.put("hours", office.openingHours());
        facts.put("seat", office.seat());
        facts.put("territory", joined(office.territory().departments()));
        facts.put("countries", joined(office.territory().countries()));
        facts.put("everywhere", String.valueOf(office.territory().everywhere()));
        facts.put("procedures", joined(office.procedures()));
        facts.put("closed", joined(office.closedDays()));
        facts.put("from", office.from().toString());
        facts.put("until", Objects.toString(office.until(), ""));
        facts.put("parent", Objects.toString(office.parent(), ""));
        return facts;
    }

    private static String joined(Collection<?> all) {
        return all.stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
    }

    public Optional<Office> office(String id) {
        return table.find(id);
    }

    public List<Office> all() {
        return table.all();
    }

    /// Those of them that there are, by name.
    public List<Office> all(Collection<String> ids) {
        return table.find(ids);
    }

    /// The service of that kind that is competent in a place for a procedure on a day; empty when
    /// none is. One that is for that procedure, or for that place, goes before one for all.
    public Optional<Office> covering(OfficeKind kind, Place place, String procedure, LocalDate on) {
        return table.covering(kind, place, procedure, on);
    }

    /// Who works there in that capacity today.
    ///
    /// @param relation `caseworker` or `signatory`
    @Transactional(readOnly = true)
    public List<Account> members(String office, String relation) {
        return circle(office, relation, Set.of(office), Set.of()).members();
    }

    /// The same, with offices and people that are named beside them, in one question.
    ///
    /// @param offices this one among them
    public Circle circle(
            String office, String relation, Collection<String> offices, Collection<UUID> people) {
        return table.circle(office, relation, offices, people, clock.instant());
    }

    /// The same, without those who work there.
    @Transactional(readOnly = true)
    public Circle named(String office, Collection<String> offices, Collection<UUID> people) {
        return table.circle(office, NOBODY, offices, people, clock.instant());
    }

    /// Where someone works in that capacity today.
    @Transactional(readOnly = true)
    public List<Office> of(Account account, String relation) {
        return table.find(
                grants.of(account.id()).stream()
                        .filter(grant -> grant.relation().equals(relation))
                        .map(Grant::scope)
                        .filter(scope -> scope.kind().equals("office"))
                        .map(Scope::id)
                        .toList());
    }
}
