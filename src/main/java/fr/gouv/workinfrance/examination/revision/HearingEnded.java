package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;

/// A withdrawal on which the persons concerned were being heard will not be signed.
public record HearingEnded(DossierId dossier, Instant at) {}
