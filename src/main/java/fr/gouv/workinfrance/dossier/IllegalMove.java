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
        /// What was confirmed is not what would be signed.
        OTHER_HASH
    }

    private final Why why;

    IllegalMove(Why why, Act act, Stage.Name stage) {
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
