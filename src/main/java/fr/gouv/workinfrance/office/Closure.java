package fr.gouv.workinfrance.office;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// A service closes, and who has from the day after all that it had.
///
/// @param lastDay the last on which it is competent
/// @param successor who has all of it, but for the départements of `parts`
/// @param parts successors of some départements, by their codes
/// @param members whether those who work there go to the successor
/// @param doneAt when all was handed over; absent until then
public record Closure(
        String office,
        LocalDate lastDay,
        String successor,
        SortedMap<String, String> parts,
        boolean members,
        @Nullable Instant doneAt) {

    public Closure {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /// Who has what was there.
    public String successor(Place place) {
        return place instanceof Place.InDepartment(String code)
                ? parts.getOrDefault(code, successor)
                : successor;
    }

    /// All those that have something of it.
    public Set<String> successors() {
        Set<String> all = new TreeSet<>(parts.values());
        all.add(successor);
        return all;
    }

    public boolean done() {
        return doneAt != null;
    }
}
