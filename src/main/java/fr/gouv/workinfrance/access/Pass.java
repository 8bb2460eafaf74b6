package fr.gouv.workinfrance.access;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/// A one-off link that was made.
///
/// @param scope what it opens
/// @param email to which it went, and to which its codes go
/// @param endedAt when it was used or revoked; absent before
public record Pass(
        UUID id,
        Scope scope,
        String email,
        Instant madeAt,
        Instant until,
        State state,
        @Nullable Instant endedAt) {

    public enum State {
        OPEN,
        USED,
        REVOKED
    }

    /// Whether it still opens anything.
    public boolean openAt(Instant now) {
        return state == State.OPEN && now.isBefore(until);
    }

    /// Shows nobody's address, so that no log does.
    @Override
    public String toString() {
        return "Pass[" + id + "]";
    }
}
