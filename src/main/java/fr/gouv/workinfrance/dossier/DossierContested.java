package fr.gouv.workinfrance.dossier;

import java.time.Instant;

/// The worker has denied what is said in his name.
public record DossierContested(DossierId dossier, Instant at) {}
