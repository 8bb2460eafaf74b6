package fr.gouv.workinfrance.access;

/// How often a person is told what can wait: what bears a date of the law, and decisions, are
/// always told at once.
public enum Telling {
    /// One message for each thing, when it happens.
    AT_ONCE,
    /// One message a day, for all that happened.
    DAILY,
    /// One message a week.
    WEEKLY
}
