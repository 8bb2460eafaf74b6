package fr.gouv.workinfrance.office;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Set;

/// A service that handles dossiers, as R112-11-1 CRPA wants it told: its name, its address and how
/// to reach it.
///
/// @param id stable, as `prefecture-75`; the scope of its members' grants
/// @param seat code of the département where it sits: its holidays, its time
/// @param territory codes of the départements it covers
/// @param from first day on which it is competent
/// @param until last day, included; absent while none is set
/// @param parent the service it belongs to
/// @param thresholds when it wants to be warned of a legal date that comes
public record Office(
        String id,
        OfficeKind kind,
        String name,
        String address,
        String email,
        String phone,
        String openingHours,
        String seat,
        Set<String> territory,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String parent,
        Thresholds thresholds) {

    public Office {
        territory = Set.copyOf(territory);
    }

    /// Whether it is competent for that département on that day.
    public boolean covers(String department, LocalDate on) {
        return territory.contains(department)
                && !on.isBefore(from)
                && (until == null || !on.isAfter(until));
    }
}
