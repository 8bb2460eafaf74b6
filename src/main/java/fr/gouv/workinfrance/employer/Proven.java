package fr.gouv.workinfrance.employer;

/// What came of a proof.
public enum Proven {
    /// It was enough: this person administers the company.
    ADMITTED,
    /// An agent reads it.
    TO_CHECK,
    /// It shows that one works there; those who administer the company say what one may do.
    ASKED,
    /// Nothing was kept: the extract is older than three months, or of a day to come.
    NOT_RECENT,
    /// Nothing was kept: it is about another company.
    OTHER_COMPANY
}
