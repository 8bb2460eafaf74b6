package fr.gouv.workinfrance.mail;

import java.time.Instant;

/// What has become of a letter.
public sealed interface Delivery {

    /// No letter was ever posted under this key.
    record Unknown() implements Delivery {}

    /// Posted, and waiting for its turn.
    record Queued(Instant at) implements Delivery {}

    /// Accepted by the mail server, which does not say that it was read.
    record Sent(Instant at) implements Delivery {}

    /// Tried in vain so far.
    ///
    /// @param attempts how many times
    /// @param nextTry when it will be tried again
    record Failing(int attempts, Instant nextTry) implements Delivery {}

    /// Given up: refused by the server, tried too often, or of no use any more. Its words are
    /// erased.
    record Abandoned(Instant at) implements Delivery {}
}
