package fr.gouv.workinfrance.dossier;

import java.time.Instant;

/// An office that was not competent forwarded a request to the one that is.
public record DossierForwarded(DossierId dossier, Instant at) {}
