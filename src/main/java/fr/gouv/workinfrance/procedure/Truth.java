package fr.gouv.workinfrance.procedure;

/// What a condition says: blank answers make it unknown, unless the others settle it.
public enum Truth {
    /// Surely true.
    TRUE,
    /// Surely false.
    FALSE,
    /// It depends on an answer that is not there.
    UNKNOWN
}
