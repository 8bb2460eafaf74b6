package fr.gouv.workinfrance.dossier;

import java.time.Instant;

/// The office asked the parties for corrections.
public record CorrectionsAsked(DossierId dossier, Instant at) {}
