package fr.gouv.workinfrance.access;

import java.time.Instant;
import java.util.UUID;

/// What comes of asking for a code. It is the same whether or not the address has an account.
public sealed interface Challenge {

    /// A code is on its way, to be typed in the browser that holds this id.
    record Mailed(UUID id, Instant until) implements Challenge {}

    /// Too many codes were asked for, for this address or from this place.
    record TooMany(Instant retryAt) implements Challenge {}
}
