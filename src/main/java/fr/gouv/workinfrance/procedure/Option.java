package fr.gouv.workinfrance.procedure;

/// One answer among those a question offers.
///
/// @param value what is kept
/// @param label what is read
public record Option(String value, Words label) {}
