package fr.gouv.workinfrance.dossier;

import java.time.Instant;

/// A party wrote to the office, or the office to parties.
public record MessageWritten(DossierId dossier, Instant at) {}
