package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;

/// A party answered what is held against a decision.
public record ObservationSent(DossierId dossier, Instant at) {}
