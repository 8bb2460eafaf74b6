package fr.gouv.workinfrance.access;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/// An account's relation to something, for a time. It is ended, never deleted.
///
/// @param relation `employer`, `worker`, `mandate_holder`, `caseworker`, `signatory`, `head`,
///   `administrator`…
/// @param until the first instant at which it no longer holds, if any is known
public record Grant(
        UUID id,
        UUID account,
        String relation,
        Scope scope,
        Instant from,
        @Nullable Instant until) {

    /// Whether it holds at that instant.
    public boolean holdsAt(Instant at) {
        return !at.isBefore(from) && (until == null || at.isBefore(until));
    }
}
