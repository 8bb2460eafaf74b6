package fr.gouv.workinfrance.examination.appeal;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;
import java.util.UUID;

/// The day by which an appeal, or a request for reasons, is to be answered comes near.
public record AppealDue(DossierId dossier, UUID appeal, Instant at) {}
