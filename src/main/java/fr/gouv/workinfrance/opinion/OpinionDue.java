package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;
import java.util.UUID;

/// The day of an opinion comes, and nothing has come.
public record OpinionDue(UUID consultation, DossierId dossier, Instant at) {}
