package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;
import java.util.UUID;

/// The day of an opinion passed without it.
public record OpinionLapsed(UUID consultation, DossierId dossier, Instant at) {}
