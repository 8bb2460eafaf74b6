package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/// One party of a request that has come in: which part it fills, and what it has said of it.
///
/// @param email the address of its account when it came in; the account says where to write today
/// @param attestedAt when it confirmed what is said in its name
/// @param contestation what it denies of it
public record Party(
        Part part,
        UUID account,
        String email,
        Instant joinedAt,
        @Nullable Instant attestedAt,
        @Nullable Contestation contestation) {

    static Party joining(Part part, UUID account, String email, Instant at) {
        return new Party(part, account, email, at, null, null);
    }

    /// Whether it has neither confirmed nor denied anything.
    public boolean silent() {
        return attestedAt == null && contestation == null;
    }

    /// The same party, in the hands of another person: what was confirmed in its name stands.
    Party inHandsOf(UUID person, String address, Instant at) {
        return new Party(part, person, address, at, attestedAt, contestation);
    }

    Party attesting(Instant at) {
        return new Party(part, account, email, joinedAt, at, null);
    }

    Party contesting(Contestation denial) {
        return new Party(part, account, email, joinedAt, null, denial);
    }

    /// Takes back that it denies.
    Party retracting() {
        return new Party(part, account, email, joinedAt, attestedAt, null);
    }

    /// What it had confirmed is no longer what is said.
    Party unattested() {
        return new Party(part, account, email, joinedAt, null, contestation);
    }
}
