package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.procedure.Part;

import java.time.Instant;
import java.util.UUID;

/// A party has gone from a draft.
public record PartyLeft(DossierId dossier, Part part, UUID account, Instant at) {}
