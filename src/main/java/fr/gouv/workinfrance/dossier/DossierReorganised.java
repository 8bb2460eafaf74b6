package fr.gouv.workinfrance.dossier;

import java.time.Instant;

/// The office that handled a request has closed, and another handles it.
public record DossierReorganised(DossierId dossier, Instant at) {}
