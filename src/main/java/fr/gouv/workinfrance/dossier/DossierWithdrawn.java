package fr.gouv.workinfrance.dossier;

import java.time.Instant;

/// Those who asked have taken their request back.
public record DossierWithdrawn(DossierId dossier, Instant at) {}
