package fr.gouv.workinfrance.dossier;

import java.time.Instant;

/// The worker has taken back that he denies what is said in his name.
public record DossierUncontested(DossierId dossier, Instant at) {}
