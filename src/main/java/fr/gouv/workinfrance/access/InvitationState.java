package fr.gouv.workinfrance.access;

import java.time.Instant;

/// What the holder of a link may know before typing the code.
public sealed interface InvitationState {

    /// It can be accepted, with the code.
    ///
    /// @param about what it is about, in the words of the inviter's package
    record Open(String relation, String inviterName, String about, Instant until)
            implements InvitationState {}

    /// Used, revoked, locked, too old or never made: the answer is the same.
    record Gone() implements InvitationState {}
}
