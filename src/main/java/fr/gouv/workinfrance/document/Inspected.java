package fr.gouv.workinfrance.document;

import fr.gouv.workinfrance.document.paper.Reading;

import java.io.IOException;

/// What reception found out by looking into a file.
///
/// @param reading its pages, and what they tell
/// @param state whether it may be shown already
record Inspected(Reading reading, DocumentState state) {

    /// Looks into what was just stored, or refuses it.
    interface By {
        Inspected of(DocumentId id, DocumentKey key) throws IOException;
    }
}
