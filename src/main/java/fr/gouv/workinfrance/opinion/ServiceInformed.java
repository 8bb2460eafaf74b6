package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;
import java.util.UUID;

/// A service was told of a dossier.
public record ServiceInformed(UUID information, DossierId dossier, Instant at) {}
