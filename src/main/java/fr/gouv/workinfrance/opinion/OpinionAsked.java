package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;
import java.util.UUID;

/// An opinion was asked of a service.
public record OpinionAsked(UUID consultation, DossierId dossier, Instant at) {}
