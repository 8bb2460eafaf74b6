package fr.gouv.workinfrance.employer;

import fr.gouv.workinfrance.reference.Siren;
import fr.gouv.workinfrance.reference.Siret;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Someone says that he acts for a company that does not know him here.
///
/// @param name of the company, as he writes it
/// @param department of the establishment, by its code; absent while nobody knows it
/// @param proof that an agent is to read, or has read; empty while none was given
/// @param reason why it was refused
public record Claim(
        UUID id,
        Siret siret,
        String name,
        @Nullable String department,
        UUID account,
        Instant at,
        State state,
        Optional<Proof> proof,
        @Nullable String reason) {

    /// Where it is.
    public enum State {
        /// Waits for a proof or, where the company has administrators, for one of them.
        ASKED,
        /// A proof was given, which an agent reads.
        TO_CHECK,
        ACCEPTED,
        REFUSED
    }

    /// The company it is about.
    public EmployerId employer() {
        return EmployerId.of(new Siren(siret.siren()));
    }

    boolean open() {
        return state == State.ASKED || state == State.TO_CHECK;
    }
}
