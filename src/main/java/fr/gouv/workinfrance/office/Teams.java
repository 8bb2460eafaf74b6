package fr.gouv.workinfrance.office;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// Who handles dossiers in a service: what each can handle, who is away, and who sees to it
/// meanwhile, so that a dossier never depends on one person.
@Component
public class Teams {

    private static final String CASEWORKER = "caseworker";

    private final TeamTable table;
    private final Offices offices;
    private final Journal journal;

    Teams(TeamTable table, Offices offices, Journal journal) {
        this.table = table;
        this.offices = offices;
        this.journal = journal;
    }

    /// The caseworkers of a service, with their absences of that day and later.
    @Transactional(readOnly = true)
    public List<Member> members(String office, LocalDate today) {
        List<Account> accounts = offices.members(office, CASEWORKER);
        Map<UUID, Set<String>> skills = table.skills(office);
        List<Absence> absences = table.absences(accounts.stream().map(Account::id).toList(), today);
        return accounts.stream()
                .map(
                        account ->
                                new Member(
                                        account,
                                        skills.getOrDefault(account.id(), Set.of()),
                                        absences.stream()
                                                .filter(a -> a.account().equals(account.id()))
                                                .toList()))
                .toList();
    }

    /// Those whose dossiers someone sees to on a day, while they are away.
    @Transactional(readOnly = true)
    public Set<UUID> covered(Account account, LocalDate today) {
        return table.covered(account.id(), today);
    }

    /// One's own absences, of that day and later.
    @Transactional(readOnly = true)
    public List<Absence> absences(Account account, LocalDate today) {
        return table.absences(Set.of(account.id()), today);
    }

    @Transactional(readOnly = true)
    public Optional<Absence> absence(UUID id) {
        return table.absence(id);
    }

    /// Someone will be away.
    ///
    /// @throws IllegalArgumentException when it ends before it begins
    @Transactional
    public void away(
            UUID account, LocalDate first, LocalDate last, @Nullable UUID cover, Account by) {
        if (last.isBefore(first) || account.equals(cover)) {
            throw new IllegalArgumentException(
                    "an absence ends after it begins, and another covers");
        }
        Absence absence = new Absence(UUID.randomUUID(), account, first, last, cover);
        table.add(absence);
        journal.record(
                subject(absence),
                by.actor(),
                "AWAY",
                new TreeMap<>(
                        Map.of(
                                "first", first.toString(),
                                "last", last.toString(),
                                "cover", Objects.toString(cover, ""))));
    }

    /// Someone will not be away after all, or no longer.
    @Transactional
    public void back(Absence absence, Account by) {
        table.remove(absence.id());
        journal.record(
                subject(absence), by.actor(), "BACK", Map.of("first", absence.first().toString()));
    }

    /// What a caseworker handles; all of it when none is named.
    @Transactional
    public void handles(Office office, UUID account, Set<String> procedures, Account by) {
        table.skills(office.id(), account, procedures);
        journal.record(
                new Subject("office", office.id()),
                by.actor(),
                "SKILLS",
                Map.of(
                        "account", account.toString(),
                        "procedures", String.join(",", new TreeSet<>(procedures))));
    }

    private static Subject subject(Absence absence) {
        return new Subject("staff", absence.account().toString());
    }
}
