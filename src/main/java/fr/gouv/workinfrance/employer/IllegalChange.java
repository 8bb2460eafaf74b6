package fr.gouv.workinfrance.employer;

/// Someone asked for what no page offers him: a change in a company that he does not administer any
/// more, or that has ceased. Shown in one place, as one 409 page.
public final class IllegalChange extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Why: what the page says depends on it.
    public enum Why {
        /// Who asks does not administer the company, or does not any more.
        NOT_ADMINISTRATOR,
        /// The company has ceased.
        CLOSED,
        /// Somebody settled it meanwhile.
        SETTLED
    }

    private final Why why;

    IllegalChange(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
