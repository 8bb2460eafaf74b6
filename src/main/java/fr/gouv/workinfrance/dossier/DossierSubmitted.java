package fr.gouv.workinfrance.dossier;

import java.time.Instant;

/// A request was deposited.
public record DossierSubmitted(DossierId dossier, Instant at) {}
