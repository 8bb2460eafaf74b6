package fr.gouv.workinfrance.dossier;

import java.time.Instant;
import java.util.UUID;

/// Who filed a draft is deleting it: heard while it is still there.
public record DraftDeleted(DossierId dossier, UUID by, Instant at) {}
