package fr.gouv.workinfrance.dossier;

import java.time.Instant;

/// The legal time limit has passed without an express decision.
public record SilenceReached(DossierId dossier, Instant at) {}
