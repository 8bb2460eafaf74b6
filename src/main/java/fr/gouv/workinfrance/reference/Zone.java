package fr.gouv.workinfrance.reference;

import java.util.List;
import java.util.Optional;

/// Where an authorization holds: metropolitan France, some of its départements alone, or one
/// overseas département.
///
/// @param departments codes of the only départements; none for the whole of metropolitan France
public record Zone(List<String> departments) {

    public static final Zone METROPOLITAN = new Zone(List.of());

    /// How the whole of metropolitan France is called among the lands.
    public static final String METROPOLE = "METROPOLE";

    /// Refuses départements of more than one land.
    public Zone {
        departments = departments.stream().distinct().sorted().toList();
        if (departments.size() > 1 && departments.stream().anyMatch(Zone::overseas)) {
            throw new IllegalArgumentException("of more than one land: " + departments);
        }
    }

    /// The whole of the land that a département belongs to.
    public static Zone of(String department) {
        return overseas(department) ? new Zone(List.of(department)) : METROPOLITAN;
    }

    /// The départements of a land; empty when they are not all of it.
    ///
    /// @param land `METROPOLE`, or the code of an overseas département
    /// @param departments codes; none for the whole of it
    public static Optional<Zone> of(String land, List<String> departments) {
        if (land.equals(METROPOLE)) {
            return departments.stream().anyMatch(Zone::overseas)
                    ? Optional.empty()
                    : Optional.of(new Zone(departments));
        }
        return departments.stream().allMatch(land::equals)
                ? Optional.of(new Zone(List.of(land)))
                : Optional.empty();
    }

    /// `METROPOLE`, or the code of an overseas département.
    public String land() {
        return departments.stream().filter(Zone::overseas).findFirst().orElse(METROPOLE);
    }

    /// Whether it is less than the whole of its land.
    public boolean limited() {
        return !departments.isEmpty() && land().equals(METROPOLE);
    }

    /// Key of the words that say it; the first of them is [#written].
    public String key() {
        return "deed.zone." + (limited() ? "LIMITED" : land());
    }

    /// The codes of its départements.
    public String written() {
        return String.join(", ", departments);
    }

    private static boolean overseas(String department) {
        return department.length() > 2;
    }
}
