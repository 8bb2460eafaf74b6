package fr.gouv.workinfrance.dossier.correction;

import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;

/// One thing that is to be mended, and why.
///
/// @param part whose it is to mend
/// @param reason from the library of the catalogue; absent when it was written
/// @param words what the caseworker wrote, in French; absent when the reason says it all
public record CorrectionLine(
        Subject subject,
        Part part,
        Nature nature,
        @Nullable String reason,
        @Nullable String words) {}
