package fr.gouv.workinfrance.employer;

/// What came of changing what a colleague may do.
public enum Changed {
    /// It holds from the next click on.
    DONE,
    /// Nothing was changed: somebody must administer a company, so another is to be named first.
    LAST_ADMINISTRATOR
}
