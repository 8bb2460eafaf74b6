package fr.gouv.workinfrance.dossier;

/// An answer being given.
///
/// @param revision of the answer that was on the page; 0 when there was none
public record Given(String field, String typed, int revision) {}
