package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;

/// The persons concerned can be told what is held against a decision, and answer it.
public record HearingOpened(DossierId dossier, Instant at) {}
