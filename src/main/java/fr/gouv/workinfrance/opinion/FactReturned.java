package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;
import java.util.UUID;

/// A service sent a fact back to the timeline of a dossier.
public record FactReturned(UUID information, DossierId dossier, Instant at) {}
