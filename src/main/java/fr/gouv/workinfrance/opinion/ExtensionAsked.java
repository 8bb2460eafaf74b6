package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;
import java.util.UUID;

/// A service asked for more time.
public record ExtensionAsked(UUID consultation, DossierId dossier, Instant at) {}
