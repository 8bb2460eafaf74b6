package fr.gouv.workinfrance.examination.neighbour;

import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.dossier.Standing;
import fr.gouv.workinfrance.permit.PermitStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Another dossier, near to one that is examined.
///
/// @param granted whether its decision grants what was asked
/// @param worker absent when nobody is named; of what was granted, as it is today
/// @param birth ISO date, with `00` for what is not known
/// @param searched the answers that an office may look by
/// @param permit the number of the authorization that it has led to; absent when it has led to none
/// @param until last day of that authorization, included, clerical errors mended
/// @param status what became of that authorization
public record Neighbour(
        UUID id,
        String reference,
        String procedure,
        Stage.Name stage,
        boolean granted,
        String office,
        Instant submitted,
        @Nullable String worker,
        @Nullable String birth,
        @Nullable String employer,
        @Nullable String siret,
        Map<String, String> searched,
        @Nullable String permit,
        @Nullable LocalDate until,
        PermitStatus.Line.@Nullable Kind status) {

    public Neighbour {
        searched = Map.copyOf(searched);
    }

    /// Where it is, in a word.
    public Standing standing() {
        return Standing.of(stage, granted);
    }

    /// Whether nothing is decided yet.
    boolean open() {
        return switch (stage) {
            case SUBMITTED, COMPLETE, IN_EXAMINATION, AWAITING_SIGNATURE -> true;
            case DRAFT, DECIDED, WITHDRAWN -> false;
        };
    }

    /// What its authorization is worth on a day, in a word: valid, or to be; expired; or how it
    /// ended. Empty when there is none.
    public Optional<String> worth(LocalDate today) {
        return switch (status) {
            case null -> Optional.empty();
            case ISSUED -> Optional.of(today.isAfter(until) ? "EXPIRED" : "VALID");
            case SUSPENDED, WITHDRAWN, REPLACED -> Optional.of(status.name());
        };
    }
}
