package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.office.Delegation;
import fr.gouv.workinfrance.office.Delegation.Kind;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// A delegation of signature as it is typed from the act that gives it. Days are ISO, as a browser
/// sends them.
///
/// @param who may sign, by id
/// @param authority whether this is the authority itself
/// @param kinds of decisions, by name
/// @param procedures by id; all when none is ticked
/// @param last blank when no end is known
public record DelegationForm(
        String who,
        boolean authority,
        List<String> kinds,
        List<String> procedures,
        String act,
        String actDay,
        String gazette,
        String gazetteDay,
        String first,
        String last) {

    private static final int LONGEST = 60;

    public static final DelegationForm NONE =
            new DelegationForm(
                    "", false, List.of("GRANT", "REFUSE"), List.of(), "", "", "", "", "", "");

    public DelegationForm {
        kinds = List.copyOf(kinds);
        procedures = List.copyOf(procedures);
    }

    /// Which fields are wrong, in the order of the page; what is said of each is known by its name.
    ///
    /// @param signatories who signs for the service
    /// @param known the procedures that there are
    List<String> wrong(Set<UUID> signatories, Set<String> known) {
        LocalDate dated = AbsenceForm.day(actDay);
        LocalDate published = AbsenceForm.day(gazetteDay);
        LocalDate from = AbsenceForm.day(first);
        Map<String, Boolean> right = new LinkedHashMap<>();
        UUID id = AbsenceForm.id(who);
        right.put("signataire", id != null && signatories.contains(id));
        right.put("decisions", !kinds.isEmpty() && read().size() == kinds.size());
        right.put("demarches", known.containsAll(procedures));
        right.put("arrete", said(act));
        right.put("arrete-du", dated != null);
        right.put("recueil", said(gazette));
        right.put("publie-le", published != null && (dated == null || !published.isBefore(dated)));
        // an act holds from the day after it is published (L221-2 CRPA)
        right.put("du", from != null && (published == null || from.isAfter(published)));
        right.put("au", last.isBlank() || ends(from));
        return right.entrySet().stream()
                .filter(field -> !field.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean ends(@Nullable LocalDate from) {
        LocalDate until = AbsenceForm.day(last);
        return until != null && (from == null || !until.isBefore(from));
    }

    private static boolean said(String text) {
        return !text.isBlank() && text.strip().length() <= LONGEST;
    }

    private Set<Kind> read() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kinds.contains(kind.name()))
                .collect(Collectors.toSet());
    }

    /// Of a form in which nothing is wrong.
    Delegation delegation(String office) {
        return new Delegation(
                UUID.randomUUID(),
                office,
                UUID.fromString(who),
                authority,
                read(),
                Set.copyOf(procedures),
                act.strip(),
                LocalDate.parse(actDay.strip()),
                gazette.strip(),
                LocalDate.parse(gazetteDay.strip()),
                LocalDate.parse(first.strip()),
                AbsenceForm.day(last));
    }
}
