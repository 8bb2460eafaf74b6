package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/// One party of a request that has come in: which part it fills, and what it has said of it.
///
/// @param attestedAt when it confirmed what is said in its name
/// @param contestedAt when it denied it, and why
public record Party(
        Part part,
        UUID account,
        String email,
        Instant joinedAt,
        @Nullable Instant attestedAt,
        @Nullable Instant contestedAt,
        @Nullable String contestation) {

    static Party joining(Part part, UUID account, String email, Instant at) {
        return new Party(part, account, email, at, null, null, null);
    }

    /// The same party, in the hands of another person: what was confirmed in its name stands.
    Party inHandsOf(UUID person, String address, Instant at) {
        return new Party(part, person, address, at, attestedAt, contestedAt, contestation);
    }

    Party attesting(Instant at) {
        return new Party(part, account, email, joinedAt, at, null, null);
    }

    Party contesting(Instant at, String reason) {
        return new Party(part, account, email, joinedAt, null, at, reason);
    }
}
