package fr.gouv.workinfrance.procedure;

/// Who may file.
///
/// @param part the party who deposits
/// @param underMandate whether he needs a written mandate of the employer
/// @param statement in words, with its sources
public record Filer(Part part, boolean underMandate, Statement statement) {}
