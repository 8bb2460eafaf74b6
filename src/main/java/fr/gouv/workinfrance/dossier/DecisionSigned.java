package fr.gouv.workinfrance.dossier;

import java.time.Instant;

/// A signatory has signed the decision that was prepared.
public record DecisionSigned(DossierId dossier, Instant at) {}
