package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;
import java.util.UUID;

/// A signatory has signed an act about a decision.
public record RevisionSigned(DossierId dossier, UUID revision, Instant at) {}
