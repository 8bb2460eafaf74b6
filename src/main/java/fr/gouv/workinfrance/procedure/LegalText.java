package fr.gouv.workinfrance.procedure;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.LocalDate;

/// A text of law, or an official page, as one of us read it: one wording, cited by its key.
///
/// @param key how the files of the catalogue cite it, "R5221-7 (2020)"
/// @param article what people read, "R5221-7" or "fiche F2728"
/// @param title the code, decree or page it belongs to, and the wording read
/// @param url where anyone may read it
/// @param readOn the day one of us last read it
/// @param readAgainBy the day before which it must be read again, when the text itself announces a
///   change
/// @param from the first day of this wording, when known
/// @param until the last day of this wording, included; none while it is in force
/// @param binding whether it is law; a page of the administration or a practice explains, and no
///   decision rests on it
public record LegalText(
        String key,
        String article,
        Words title,
        URI url,
        LocalDate readOn,
        @Nullable LocalDate readAgainBy,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean binding) {}
