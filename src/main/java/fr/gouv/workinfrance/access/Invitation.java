package fr.gouv.workinfrance.access;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/// An invitation, as those who may see its scope see it: neither its link nor its code can be found
/// again.
///
/// @param inviter whose account sent it; absent when the house itself did
/// @param reminders how often the person was reminded of it
public record Invitation(
        UUID id,
        String email,
        String relation,
        Scope scope,
        String language,
        @Nullable UUID inviter,
        String inviterName,
        String about,
        State state,
        Instant at,
        Instant until,
        int reminders) {

    /// In place of the address of an invitation that goes by hand.
    static final String NO_ADDRESS = "";

    /// Whether it still opens the door, or why not. One that is [#OPEN] may be past its date until
    /// the house has noticed.
    public enum State {
        OPEN,
        ACCEPTED,
        REVOKED,
        LOCKED,
        EXPIRED
    }

    /// Whether it can still be accepted at that instant.
    public boolean openAt(Instant now) {
        return state == State.OPEN && now.isBefore(until);
    }

    /// Where it is at that instant, whether or not the house has noticed yet.
    public State stateAt(Instant now) {
        return state == State.OPEN && !openAt(now) ? State.EXPIRED : state;
    }

    /// Whether it was printed and given by hand, and no letter says that it was sent.
    public boolean byHand() {
        return email.equals(NO_ADDRESS);
    }

    /// Names nobody, so that no log does.
    @Override
    public String toString() {
        return "Invitation[" + id + ", " + state + "]";
    }
}
