package fr.gouv.workinfrance.permit;

import org.jspecify.annotations.Nullable;

/// An authorization that silence gave, as it was asked for.
///
/// @param siret absent for an employer who has none
public record Acquisition(String number, Terms terms, String contract, @Nullable String siret) {}
