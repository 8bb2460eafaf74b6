package fr.gouv.workinfrance.site.administrator;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Reorganisation.Share;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.office.Closure;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.reference.Department;
import fr.gouv.workinfrance.site.Shell;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A service, as its page tells it.
///
/// @param closure when it is to close, or has
/// @param share the requests that it has
/// @param offices all of them, by id
/// @param entries what was done to it, the latest first
/// @param people who did it
public record OfficeView(
        Office office,
        Optional<Closure> closure,
        Share share,
        Map<String, Office> offices,
        List<Department> departments,
        List<Procedure> procedures,
        List<Entry> entries,
        Map<UUID, Account> people,
        LocalDate today) {

    /// Those that are in progress: what an office has to do.
    static final List<Stage.Name> IN_PROGRESS =
            List.of(
                    Stage.Name.SUBMITTED,
                    Stage.Name.COMPLETE,
                    Stage.Name.IN_EXAMINATION,
                    Stage.Name.AWAITING_SIGNATURE);

    static final List<Stage.Name> ENDED = List.of(Stage.Name.DECIDED, Stage.Name.WITHDRAWN);

    public OfficeView {
        offices = Map.copyOf(offices);
        departments = List.copyOf(departments);
        procedures = List.copyOf(procedures);
        entries = List.copyOf(entries);
        people = Map.copyOf(people);
    }

    public String address() {
        return "/administration/services/" + office.id();
    }

    /// The key of what it is today.
    public static String state(Office office, LocalDate today) {
        if (office.open(today)) {
            return office.until() == null ? "OPEN" : "CLOSING";
        }
        return today.isBefore(office.from()) ? "LATER" : "CLOSED";
    }

    public static List<Stage.Name> stages() {
        return List.of(Stage.Name.values()).subList(1, Stage.Name.values().length);
    }

    /// Where it is competent, in words.
    public static String where(Office office, List<Department> departments, Shell shell) {
        String places =
                Stream.concat(
                                departments.stream()
                                        .filter(
                                                one ->
                                                        office.territory()
                                                                .departments()
                                                                .contains(one.code()))
                                        .map(one -> one.name() + " (" + one.code() + ")"),
                                office.territory().countries().stream().sorted())
                        .collect(Collectors.joining(", "));
        return office.territory().everywhere()
                ? shell.lookup("site.admin.office.everywhere.told")
                : places;
    }

    public String name(String id) {
        return Optional.ofNullable(offices.get(id)).map(Office::name).orElse(id);
    }

    public String by(Entry entry) {
        return entry.actor().kind() == Actor.Kind.ACCOUNT
                ? Optional.ofNullable(people.get(UUID.fromString(entry.actor().id())))
                        .map(Account::displayName)
                        .orElse("")
                : "";
    }

    /// What was changed, by its name: what it was, and what it is.
    public static SortedMap<String, List<String>> changes(Entry entry) {
        SortedMap<String, List<String>> changes = new TreeMap<>();
        if (entry.act().equals("CHANGE_OFFICE")) {
            entry.facts()
                    .forEach(
                            (fact, now) -> {
                                if (!fact.startsWith(Offices.WAS)) {
                                    changes.put(
                                            fact,
                                            List.of(
                                                    entry.facts()
                                                            .getOrDefault(Offices.WAS + fact, ""),
                                                    now));
                                }
                            });
        }
        return changes;
    }
}
