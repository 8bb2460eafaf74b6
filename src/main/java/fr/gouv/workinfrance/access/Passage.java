package fr.gouv.workinfrance.access;

import java.time.Instant;

/// What comes of typing the code of a one-off link.
public sealed interface Passage {

    /// The right code: this browser holds the link until then.
    ///
    /// @param key that it shows, and nobody else has
    record Entered(String key, Instant until) implements Passage {

        /// Shows the key to no log.
        @Override
        public String toString() {
            return "Entered[" + until + "]";
        }
    }

    /// A wrong code.
    record Wrong() implements Passage {}

    /// The code is too old, was tried too often, or was never sent: another must be asked for.
    record Expired() implements Passage {}

    /// The link is used, revoked, too old or was never made: the answer is the same.
    record Gone() implements Passage {}
}
