package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;

/// An act about a decision is ready for the parties.
public record RevisionGiven(DossierId dossier, Matter.Kind kind, Instant at) {}
