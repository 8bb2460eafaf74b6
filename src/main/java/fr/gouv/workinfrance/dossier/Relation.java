package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.procedure.Part;

import java.util.Optional;

/// What someone is to a dossier.
public enum Relation {
    /// The employer, or who acts for it.
    EMPLOYER("employer"),
    /// The person who will work.
    WORKER("worker"),
    /// Whoever files under a written mandate of the employer (R5221-1 II of the Code du travail).
    MANDATE_HOLDER("mandate_holder"),
    /// A caseworker of the office that handles the dossier.
    OFFICE("caseworker"),
    /// The caseworker in charge.
    ASSIGNEE("assignee"),
    /// Who signs for the office that handles the dossier.
    SIGNATORY("signatory");

    private final String granted;

    Relation(String granted) {
        this.granted = granted;
    }

    /// The word under which `access` keeps this relation.
    public String granted() {
        return granted;
    }

    /// The relation of a party that fills this part.
    public static Relation of(Part part) {
        return switch (part) {
            case EMPLOYER -> EMPLOYER;
            case WORKER -> WORKER;
            case MANDATE_HOLDER -> MANDATE_HOLDER;
        };
    }

    /// The part that someone in this relation reads as its own; empty for the administration, which
    /// reads everything.
    public Optional<Part> reads() {
        return part();
    }

    /// The part that someone in this relation fills; empty for the administration.
    public Optional<Part> part() {
        return switch (this) {
            case EMPLOYER -> Optional.of(Part.EMPLOYER);
            case WORKER -> Optional.of(Part.WORKER);
            case MANDATE_HOLDER -> Optional.of(Part.MANDATE_HOLDER);
            case OFFICE, ASSIGNEE, SIGNATORY -> Optional.empty();
        };
    }
}
