package fr.gouv.workinfrance.mail;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

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

    /// Given up: tried too often, or of no use any more. Its words are erased.
    record Abandoned(Instant at) implements Delivery {}

    /// The mail server refused the address. Its words are erased.
    ///
    /// @param status why, as RFC 3463 numbers it: `5.1.1`
    record Refused(Instant at, String status) implements Delivery {}

    /// Accepted by the mail server, then sent back by another.
    ///
    /// @param status why, as RFC 3463 numbers it: `5.1.1`
    record Bounced(Instant at, String status) implements Delivery {}

    /// As a row of `mail.delivery` tells it.
    ///
    /// @param state absent when no letter was ever posted
    static Delivery of(
            @Nullable String state,
            int attempts,
            @Nullable Instant postedAt,
            @Nullable Instant nextTry,
            @Nullable Instant settledAt,
            @Nullable String status) {
        return switch (state) {
            case null -> new Unknown();
            case "SENT" -> new Sent(requireNonNull(settledAt));
            case "ABANDONED" -> new Abandoned(requireNonNull(settledAt));
            case "REFUSED" -> new Refused(requireNonNull(settledAt), requireNonNull(status));
            case "BOUNCED" -> new Bounced(requireNonNull(settledAt), requireNonNull(status));
            case "QUEUED" ->
                    nextTry == null
                            ? new Queued(requireNonNull(postedAt))
                            : new Failing(attempts, nextTry);
            default -> throw new IllegalArgumentException("unknown state of a letter: " + state);
        };
    }
}
