package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;
import java.util.UUID;

/// An opinion is asked no more.
public record OpinionEnded(UUID consultation, DossierId dossier, Instant at) {}
