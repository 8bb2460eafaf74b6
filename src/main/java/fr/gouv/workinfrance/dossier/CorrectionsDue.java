package fr.gouv.workinfrance.dossier;

import java.time.Instant;

/// The day given to answer comes near, and the parties have not answered.
public record CorrectionsDue(DossierId dossier, Instant at) {}
