package fr.gouv.workinfrance.document;

import fr.gouv.workinfrance.document.paper.Reading;

/// What is in the store, and in no table yet.
record Arrived(StoredDocument document, DocumentKey key, Reading reading) {}
