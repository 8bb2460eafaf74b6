package fr.gouv.workinfrance.document;

import java.time.Instant;

/// A virus was found in a document that had been received while the antivirus was away: it was
/// destroyed, and nobody had seen it.
public record DocumentInfected(DocumentId document, Instant at) {}
