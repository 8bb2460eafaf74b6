package fr.gouv.workinfrance.dossier;

import java.time.Instant;

/// A draft that nobody touches is two weeks from its end.
public record DraftEnding(DossierId dossier, Instant at) {}
