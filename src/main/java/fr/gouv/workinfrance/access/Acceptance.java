package fr.gouv.workinfrance.access;

/// What comes of typing the code of an invitation.
public sealed interface Acceptance {

    /// The account now has that relation to that thing.
    record Joined(String relation, Scope scope) implements Acceptance {}

    /// A wrong code.
    ///
    /// @param left how many more tries there are, 1 or more
    record Wrong(int left) implements Acceptance {}

    /// Used, revoked, locked, too old or never made: another must be sent.
    record Gone() implements Acceptance {}
}
