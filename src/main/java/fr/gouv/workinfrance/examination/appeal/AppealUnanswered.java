package fr.gouv.workinfrance.examination.appeal;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;
import java.util.UUID;

/// The time to answer an appeal, or a request for reasons, has passed.
public record AppealUnanswered(DossierId dossier, UUID appeal, Instant at) {}
