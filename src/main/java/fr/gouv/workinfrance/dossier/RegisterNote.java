package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.reference.online.Establishment;

import java.time.Instant;

/// What the register of establishments said of the employer of a request.
///
/// @param readAt when the register said so
public record RegisterNote(Establishment establishment, Instant readAt) {}
