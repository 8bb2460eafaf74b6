package fr.gouv.workinfrance.procedure;

/// Whose part of the request a section is.
public enum Part {
    /// The company or person who employs.
    EMPLOYER,
    /// The foreigner who is to be employed; each procedure says what he is called there.
    WORKER,
    /// Whoever holds a written mandate of the employer (R5221-1 II).
    MANDATE_HOLDER
}
