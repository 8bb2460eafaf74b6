package fr.gouv.workinfrance.procedure.review;

import fr.gouv.workinfrance.procedure.Statement.Topic;

import java.util.Locale;

/// What of a procedure a clause is about, in the order in which a jurist reads it.
public enum Chapter {
    OPENING,
    TRANSITIONS,
    FILERS,
    COMPETENCE,
    SECTIONS,
    QUESTIONS,
    PIECES,
    RULES,
    TIME_LIMIT,
    CRITERIA,
    REASONS,
    LIMITS,
    MEANWHILE,
    AFTERWARDS,
    EXCHANGES,
    APPEALS,
    TAX;

    /// The name of its place on a page.
    public String anchor() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Where a statement on that topic stands.
    static Chapter of(Topic topic) {
        return switch (topic) {
            case OPENING -> OPENING;
            case TRANSITION -> TRANSITIONS;
            case FILER, ATTESTATION -> FILERS;
            case COMPETENCE -> COMPETENCE;
            case PIECE -> PIECES;
            case RULE -> RULES;
            case TIME_LIMIT, SILENCE -> TIME_LIMIT;
            case CRITERION -> CRITERIA;
            case REFUSAL -> REASONS;
            case LIMIT, CONDITION -> LIMITS;
            case MEANWHILE -> MEANWHILE;
            case AFTERWARDS -> AFTERWARDS;
            case EXCHANGE -> EXCHANGES;
            case APPEAL -> APPEALS;
            case TAX -> TAX;
        };
    }
}
