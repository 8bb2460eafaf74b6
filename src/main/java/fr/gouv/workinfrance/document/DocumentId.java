package fr.gouv.workinfrance.document;

import java.util.UUID;

/// Names one document. It cannot be guessed, but it opens nothing: whoever shows a document checks
/// first that the person may see it.
public record DocumentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
