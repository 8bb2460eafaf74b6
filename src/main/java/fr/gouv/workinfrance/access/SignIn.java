package fr.gouv.workinfrance.access;

import java.time.Instant;

/// What comes of typing a code.
public sealed interface SignIn {

    /// The right code: this is who it is.
    record Accepted(Account account) implements SignIn {}

    /// The right code, of an address that an account has just left, and may take back: it can have
    /// no other account until then.
    record Reserved() implements SignIn {}

    /// A wrong code.
    ///
    /// @param left how many more tries this code has, 1 or more
    record Wrong(int left) implements SignIn {}

    /// The code is too old, was used already, or was never sent: another must be asked for.
    record Expired() implements SignIn {}

    /// The last try was wrong, so that the code is dead.
    ///
    /// @param retryAt when another may be asked for; past or present when that is at once
    record TooMany(Instant retryAt) implements SignIn {}
}
