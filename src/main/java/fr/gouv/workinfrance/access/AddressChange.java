package fr.gouv.workinfrance.access;

import java.time.Instant;

/// What comes of the code that proves a new address.
public sealed interface AddressChange {

    /// This is who it is from now on; the former address may refuse for some days.
    record Changed(Account account) implements AddressChange {}

    /// A wrong code.
    ///
    /// @param left how many more tries it has, 1 or more
    record Wrong(int left) implements AddressChange {}

    /// Too old, used already, dead, or never sent: it is to be asked for again.
    record Expired() implements AddressChange {}

    /// The new address has an account of its own: two people are not made one.
    record Taken() implements AddressChange {}

    /// What whoever reads the mailbox of the former address may still undo.
    record Refusable(Instant until) {}
}
