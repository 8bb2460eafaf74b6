package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;
import java.util.UUID;

/// A service gave its opinion.
public record OpinionGiven(UUID consultation, DossierId dossier, Instant at) {}
