package fr.gouv.workinfrance.dossier;

/// Someone asked for what no page offers: an act that [Move] does not allow where the dossier is,
/// or on a version of it that is no longer the last. Shown in one place, as one 409 page.
public final class IllegalMove extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Why: what the page says depends on it.
    public enum Why {
        /// Not at this stage, or not by this person.
        NOT_ALLOWED,
        /// Someone changed the dossier meanwhile.
        STALE,
        /// Who prepares a decision does not sign it.
        SAME_PERSON,
        /// No delegation of signature covers such a decision today.
        NO_DELEGATION,
        /// What was confirmed is not what would be signed.
        OTHER_HASH,
        /// The parties have yet to answer what they were asked.
        CORRECTIONS_PENDING,
        /// An opinion that the procedure makes compulsory is still awaited.
        OPINION_AWAITED,
        /// Silence has given what is asked: it can be mended or taken back, not decided.
        ACQUIRED,
        /// The persons concerned have yet to be heard.
        NOT_HEARD,
        /// The law no longer lets it be done.
        TOO_LATE,
        /// The employer has refused the mandate.
        MANDATE_REFUSED,
        /// The mandate begins later.
        MANDATE_NOT_YET,
        /// The last day of the mandate has passed.
        MANDATE_EXPIRED,
        /// The mandate was withdrawn, or given up.
        MANDATE_WITHDRAWN,
        /// The mandate is for another request.
        MANDATE_OTHER_REQUEST,
        /// The mandate is for another kind of request.
        MANDATE_OTHER_PROCEDURE,
        /// The mandate is for other establishments.
        MANDATE_OTHER_ESTABLISHMENT,
        /// The mandate does not say that this may be done.
        MANDATE_OTHER_POWER
    }

    private final Why why;

    public IllegalMove(Why why, Act act, Stage.Name stage) {
        super(why + ": " + act + " from " + stage);
        this.why = why;
    }

    static IllegalMove notAllowed(Dossier dossier, Act act) {
        return new IllegalMove(Why.NOT_ALLOWED, act, dossier.stage().name());
    }

    public Why why() {
        return why;
    }
}
