package fr.gouv.workinfrance.permit;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;

/// An authorization was taken back: it is worth nothing any more.
public record PermitWithdrawn(DossierId dossier, Instant at) {}
