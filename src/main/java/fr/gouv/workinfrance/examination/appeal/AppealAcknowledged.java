package fr.gouv.workinfrance.examination.appeal;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;
import java.util.UUID;

/// The acknowledgment of an appeal, or of a request for reasons, is there.
public record AppealAcknowledged(DossierId dossier, UUID appeal, Instant at) {}
