package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.procedure.Part;

import java.time.Instant;
import java.util.UUID;

/// A document joined to a request was destroyed, for a virus was found in it.
///
/// @param part of the party that gave it, or in whose place it was given
public record DocumentLost(DossierId dossier, Part part, UUID account, Instant at) {}
