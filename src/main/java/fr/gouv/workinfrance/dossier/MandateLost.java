package fr.gouv.workinfrance.dossier;

import java.time.Instant;

/// A mandate under which a request is filed was withdrawn, or given up.
public record MandateLost(DossierId dossier, Instant at) {}
