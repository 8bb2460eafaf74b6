package fr.gouv.workinfrance.examination.neighbour;

import fr.gouv.workinfrance.dossier.Stage;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/// Another dossier, near to one that is examined.
///
/// @param worker absent when nobody is named
/// @param birth ISO date, with `00` for what is not known
/// @param searched the answers that an office may look by
/// @param permit the number of the authorization that it was granted; absent when it was not
/// @param until last day of that authorization, included
public record Neighbour(
        UUID id,
        String reference,
        String procedure,
        Stage.Name stage,
        String office,
        Instant submitted,
        @Nullable String worker,
        @Nullable String birth,
        @Nullable String employer,
        @Nullable String siret,
        Map<String, String> searched,
        @Nullable String permit,
        @Nullable LocalDate until) {

    public Neighbour {
        searched = Map.copyOf(searched);
    }

    /// Whether nothing is decided yet.
    boolean open() {
        return switch (stage) {
            case SUBMITTED, COMPLETE, IN_EXAMINATION, AWAITING_SIGNATURE -> true;
            case DRAFT, DECIDED, WITHDRAWN -> false;
        };
    }

    /// Whether what it granted holds on that day, or will.
    public boolean permits(LocalDate today) {
        return until != null && !today.isAfter(until);
    }
}
