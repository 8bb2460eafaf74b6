package fr.gouv.workinfrance.dossier;

import java.time.Instant;
import java.util.UUID;

/// A decision ready to be signed. Its number and its code are drawn once, here, so that nothing
/// that is tried again later can ever give a decision two.
///
/// @param number what people type to check the authorization, with the birth date of its holder
/// @param code what the QR code carries: 128 random bits, in 26 characters
/// @param criteria the version of the procedure whose criteria were applied
public record Prepared(
        UUID id,
        Decision decision,
        Reference number,
        String code,
        String criteria,
        Instant at,
        UUID by) {}
