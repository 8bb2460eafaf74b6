package fr.gouv.workinfrance.dossier;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.document.DocumentId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What answers a piece, as it is kept: in JSON.
record AttachedRow(
        String piece, @Nullable UUID document, @Nullable String reason, Instant at, UUID author) {

    static List<AttachedRow> of(Attachments attachments) {
        return attachments.all().stream().map(AttachedRow::of).toList();
    }

    private static AttachedRow of(Attachment attachment) {
        return switch (attachment) {
            case Attachment.Joined(var piece, var document, var at, var by) ->
                    new AttachedRow(piece, document.value(), null, at, by);
            case Attachment.Unavailable(var piece, var why, var at, var by) ->
                    new AttachedRow(piece, null, why, at, by);
        };
    }

    Attachment attachment() {
        return document != null
                ? new Attachment.Joined(piece, new DocumentId(document), at, author)
                : new Attachment.Unavailable(piece, requireNonNull(reason), at, author);
    }
}
