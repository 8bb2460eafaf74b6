package fr.gouv.workinfrance.deed;

import java.time.LocalDate;

/// The seal that official documents receive.
///
/// @param subject the name in its certificate
/// @param test whether it is worth nothing: a seal of the demonstration, or one that vouches for
///   itself
/// @param until the last day on which it can seal, Paris time
public record Seal(String subject, boolean test, LocalDate until) {}
