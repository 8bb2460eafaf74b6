package fr.gouv.workinfrance.permit;

import org.jspecify.annotations.Nullable;

/// An authorization that silence gave, as it was asked for.
///
/// @param birth of its holder, ISO, with `00` for what is not known
/// @param siret absent for an employer who has none
public record Acquisition(
        String number, Terms terms, String birth, String contract, @Nullable String siret) {}
