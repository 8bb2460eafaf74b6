package fr.gouv.workinfrance.dossier;

import java.time.Instant;

/// The parties sent what they mended, asked or not.
public record CorrectionsReturned(DossierId dossier, Instant at) {}
