package fr.gouv.workinfrance.office;

import java.util.Collections;
import java.util.Set;

/// Where a service is competent.
///
/// @param departments their codes
/// @param countries their codes in two letters, for a consulate
/// @param everywhere wherever no service of its kind says that it is
public record Territory(Set<String> departments, Set<String> countries, boolean everywhere) {

    public Territory {
        departments = Set.copyOf(departments);
        countries = Set.copyOf(countries);
        if (departments.isEmpty() && countries.isEmpty() && !everywhere) {
            throw new IllegalArgumentException("a service is competent somewhere");
        }
    }

    /// Whether some place is in both; everywhere is wherever no other says that it is.
    boolean overlaps(Territory other) {
        return (everywhere && other.everywhere)
                || !Collections.disjoint(departments, other.departments)
                || !Collections.disjoint(countries, other.countries);
    }

    public boolean covers(Place place) {
        return everywhere
                || switch (place) {
                    case Place.InDepartment(String code) -> departments.contains(code);
                    case Place.Abroad(String country) -> countries.contains(country);
                    case Place.Anywhere _ -> false;
                };
    }
}
