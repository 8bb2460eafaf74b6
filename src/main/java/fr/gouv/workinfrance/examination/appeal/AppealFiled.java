package fr.gouv.workinfrance.examination.appeal;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;
import java.util.UUID;

/// A party deposited an appeal, or a request for reasons.
public record AppealFiled(DossierId dossier, UUID appeal, Instant at) {}
