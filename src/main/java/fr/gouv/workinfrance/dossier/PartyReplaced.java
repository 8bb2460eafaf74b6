package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.procedure.Part;

import java.time.Instant;
import java.util.UUID;

/// Whoever files has let a party go from a draft.
public record PartyReplaced(DossierId dossier, Part part, UUID account, Instant at) {}
