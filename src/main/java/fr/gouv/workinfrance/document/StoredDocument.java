package fr.gouv.workinfrance.document;

import java.time.Instant;

/// What is known of a document without opening it.
///
/// @param name as the person named it, cleaned: fit to be shown and to be offered for download
/// @param mediaType found in the content, never in the name
/// @param size of the plain content, in bytes
/// @param sha256 of the plain content, 64 hexadecimal digits
/// @param pages of a PDF; 1 for an image
/// @param state whether it may be shown
public record StoredDocument(
        DocumentId id,
        String name,
        String mediaType,
        long size,
        String sha256,
        Instant receivedAt,
        int pages,
        DocumentState state) {

    /// Whether it may be shown and handed out.
    public boolean clean() {
        return state instanceof DocumentState.Clean;
    }

    /// A photograph or a scan that is no PDF.
    public boolean isImage() {
        return mediaType.startsWith("image/");
    }
}
