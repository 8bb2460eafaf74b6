package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.document.DocumentId;

import java.time.Instant;
import java.util.UUID;

/// What answers a required piece: a document, or the reason why it cannot be given (deposit is
/// receipt all the same).
public sealed interface Attachment {

    /// Which piece of the procedure it answers.
    String piece();

    Instant at();

    UUID author();

    /// A document joined to the request.
    record Joined(String piece, DocumentId document, Instant at, UUID author)
            implements Attachment {}

    /// A piece declared unavailable, and why.
    record Unavailable(String piece, String reason, Instant at, UUID author)
            implements Attachment {}
}
