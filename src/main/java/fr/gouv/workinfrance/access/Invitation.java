package fr.gouv.workinfrance.access;

import java.time.Instant;
import java.util.UUID;

/// An invitation, as those who may see its scope see it: neither its link nor its code can be found
/// again.
public record Invitation(
        UUID id,
        String email,
        String relation,
        Scope scope,
        String language,
        String inviterName,
        String about,
        State state,
        Instant at,
        Instant until) {

    /// Whether it still opens the door, or why not. One that is [#OPEN] may be past its date.
    public enum State {
        OPEN,
        ACCEPTED,
        REVOKED,
        LOCKED
    }

    /// Whether it can still be accepted at that instant.
    public boolean openAt(Instant now) {
        return state == State.OPEN && now.isBefore(until);
    }

    /// Names nobody, so that no log does.
    @Override
    public String toString() {
        return "Invitation[" + id + ", " + state + "]";
    }
}
