package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.employer.given.Kept;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A dossier as someone may see it, with what is kept beside it.
///
/// @param mended what was mended and sent, the oldest first
/// @param registered what the register said of the establishment that the request now names;
///   nothing when it was not asked, or said nothing
/// @param unopened how many messages wait for this person to open them
/// @param given what is kept of its documents that are given once
public record Whole(
        Seen seen,
        List<Mended> mended,
        Optional<RegisterNote> registered,
        int unopened,
        Map<DocumentId, Kept> given) {

    public Whole {
        mended = List.copyOf(mended);
        given = Map.copyOf(given);
    }
}
