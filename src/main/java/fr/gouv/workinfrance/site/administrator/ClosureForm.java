package fr.gouv.workinfrance.site.administrator;

import fr.gouv.workinfrance.office.Closure;
import fr.gouv.workinfrance.office.Office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The closing of a service as it is typed.
///
/// @param last its last day, ISO
/// @param parts another successor for some départements, by their codes; blank for the same
public record ClosureForm(
        String last, String successor, Map<String, String> parts, boolean members) {

    public static final ClosureForm NONE = new ClosureForm("", "", Map.of(), true);

    public ClosureForm {
        parts = Map.copyOf(parts);
    }

    /// Which fields are wrong, in the order of the page; what is said of each is known by its name.
    ///
    /// @param today a last day that has passed is yesterday, for what closes at once
    /// @param possible those that can succeed it; all of its kind while its last day is not known
    List<String> wrong(Office office, LocalDate today, Collection<Office> possible) {
        List<String> wrong = new ArrayList<>();
        LocalDate day = OfficeForm.day(last);
        if (day == null || day.isBefore(today.minusDays(1)) || day.isBefore(office.from())) {
            wrong.add("dernier");
        }
        if (possible.stream().noneMatch(one -> one.id().equals(successor))) {
            wrong.add("successeur");
        }
        if (!chosen().values().stream()
                        .allMatch(id -> possible.stream().anyMatch(one -> one.id().equals(id)))
                || !office.territory().departments().containsAll(chosen().keySet())) {
            wrong.add("parts");
        }
        return wrong;
    }

    /// The départements that go elsewhere.
    TreeMap<String, String> chosen() {
        TreeMap<String, String> chosen = new TreeMap<>(parts);
        chosen.values().removeIf(id -> id.isEmpty() || id.equals(successor));
        return chosen;
    }

    /// Of a form in which nothing is wrong.
    Closure closure(String office) {
        return new Closure(
                office, LocalDate.parse(last.strip()), successor, chosen(), members, null);
    }
}
