package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;
import java.util.UUID;

/// The office said yes or no to more time.
public record ExtensionSettled(UUID consultation, DossierId dossier, Instant at) {}
