package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.procedure.Part;

import java.time.Instant;
import java.util.UUID;

/// Somebody has come in as a party.
public record PartyJoined(DossierId dossier, Part part, UUID account, Instant at) {}
