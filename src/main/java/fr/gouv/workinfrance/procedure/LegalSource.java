package fr.gouv.workinfrance.procedure;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.LocalDate;

/// Where a legal statement comes from, when it was read there, and how far it may be trusted.
///
/// @param article what to cite, "L5221-5" or "fiche F2728"
/// @param text the code, decree or page it belongs to
/// @param url where anyone may read it
/// @param readOn the day one of us last read it
/// @param readAgainBy the day before which it must be read again, when the text itself announces a
///   change
/// @param confidence how far this source carries this statement
/// @param note what the reader must know about our reading of it
public record LegalSource(
        String article,
        Words text,
        URI url,
        LocalDate readOn,
        @Nullable LocalDate readAgainBy,
        Confidence confidence,
        @Nullable Words note) {}
