package fr.gouv.workinfrance.examination.margin;

import java.time.Instant;
import java.util.UUID;

/// What someone of an office wrote about a dossier for his colleagues.
public record Note(UUID id, String words, UUID by, Instant at) {

    /// The longest one.
    public static final int LONGEST = 2_000;
}
