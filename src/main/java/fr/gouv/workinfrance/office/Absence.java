package fr.gouv.workinfrance.office;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/// Someone is away, from a day to another, both included.
///
/// @param cover who sees to what is in that person's charge; absent when all colleagues do
public record Absence(
        UUID id, UUID account, LocalDate first, LocalDate last, @Nullable UUID cover) {

    /// Whether it is under way on that day.
    public boolean on(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
