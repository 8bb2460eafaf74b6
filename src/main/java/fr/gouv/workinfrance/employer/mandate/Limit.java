package fr.gouv.workinfrance.employer.mandate;

/// Why a mandate does not let its holder do something.
public enum Limit {
    /// The employer has not answered yet.
    NOT_GIVEN,
    /// The employer has said no.
    REFUSED,
    /// It begins later.
    NOT_YET,
    /// Its last day has passed.
    EXPIRED,
    /// One of the two has ended it.
    WITHDRAWN,
    /// It is for another request, or for another employer's.
    OTHER_REQUEST,
    /// It is for requests of another kind.
    OTHER_PROCEDURE,
    /// It is for other establishments of the employer.
    OTHER_ESTABLISHMENT,
    /// It is for this request, and does not say that this may be done.
    OTHER_POWER;

    /// Whether it depends on the answers of the request, which can be corrected.
    boolean ofReach() {
        return this == OTHER_REQUEST || this == OTHER_PROCEDURE || this == OTHER_ESTABLISHMENT;
    }
}
