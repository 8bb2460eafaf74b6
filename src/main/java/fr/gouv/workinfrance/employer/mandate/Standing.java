package fr.gouv.workinfrance.employer.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// What people have done with a mandate; time does the rest, see [Mandate#stateAt].
public sealed interface Standing {

    /// Written, and asked of nobody.
    record Drafted() implements Standing {}

    /// The employer was asked to give it.
    record Asked(Instant at) implements Standing {}

    /// The employer has given it.
    ///
    /// @param by the account that accepted it, or that sent the signed copy
    /// @param person who signs for the employer, and in which capacity, as he said it
    /// @param signedOn the day written beside the signature
    /// @param known whether the house knows that this person acts for the employer, by its company
    ///   space
    record Given(
            Instant at,
            Way way,
            UUID by,
            String person,
            String capacity,
            LocalDate signedOn,
            boolean known)
            implements Standing {}

    /// The employer has said no.
    record Refused(Instant at, UUID by) implements Standing {}

    /// Whoever gave it has withdrawn it (article 2004 of the Code civil), or its holder has given
    /// it up (article 2007).
    record Ended(Given agreed, Instant at, UUID by, Side side) implements Standing {}

    /// How a mandate was given.
    enum Way {
        /// Accepted here, by someone who had signed in; in writing all the same (article 1366 of
        /// the Code civil).
        ONLINE,
        /// Signed on paper, and a copy of it sent.
        PAPER
    }

    /// One of the two.
    enum Side {
        GIVER,
        HOLDER
    }

    default Optional<Given> given() {
        return switch (this) {
            case Drafted _, Asked _, Refused _ -> Optional.empty();
            case Given given -> Optional.of(given);
            case Ended(Given given, _, _, _) -> Optional.of(given);
        };
    }
}
