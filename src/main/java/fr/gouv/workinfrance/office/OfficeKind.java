package fr.gouv.workinfrance.office;

/// What a service is.
public enum OfficeKind {
    /// Decides on requests of its département (R5221-15, R5221-17 of the Code du travail).
    PREFECTURE,
    /// Examines for several préfectures, which keep the decision.
    PLATFORM,
    /// Answers appeals against the decisions of all préfectures (R5221-19 of the Code du travail).
    MINISTRY
}
