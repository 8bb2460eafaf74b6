package fr.gouv.workinfrance.procedure;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// The days on which something applies, both ends included.
///
/// @param from first day
/// @param until last day; none when no end is known
public record Validity(LocalDate from, @Nullable LocalDate until) {
    /// Whether it applies on that day.
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /// Whether a day belongs to both.
    public boolean meets(Validity other) {
        return (until == null || !other.from.isAfter(until))
                && (other.until == null || !from.isAfter(other.until));
    }
}
