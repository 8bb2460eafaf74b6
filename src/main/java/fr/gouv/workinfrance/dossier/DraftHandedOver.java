package fr.gouv.workinfrance.dossier;

import java.time.Instant;
import java.util.UUID;

/// Someone has handed the employer's part of a draft over, and no longer sees it.
public record DraftHandedOver(DossierId dossier, UUID former, UUID next, Instant at) {}
