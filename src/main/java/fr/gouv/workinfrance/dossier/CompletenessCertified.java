package fr.gouv.workinfrance.dossier;

import java.time.Instant;

/// A caseworker has certified that the dossier is complete.
public record CompletenessCertified(DossierId dossier, Instant at) {}
