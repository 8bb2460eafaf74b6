package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.procedure.Part;

import java.util.Arrays;
import java.util.Optional;

/// What someone is to a dossier.
public enum Relation {
    /// The employer, or who acts for it.
    EMPLOYER("employer"),
    /// A colleague who fills in the requests of the company, and does not deposit them.
    EMPLOYER_FILLS("employer_fills"),
    /// A colleague who reads the requests of the company.
    EMPLOYER_SEES("employer_sees"),
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

    /// The relation that `access` keeps under this word.
    public static Relation granted(String word) {
        return Arrays.stream(values())
                .filter(relation -> relation.granted.equals(word))
                .findFirst()
                .orElseThrow();
    }

    /// The part that someone in this relation reads as its own; empty for the administration, which
    /// reads everything.
    public Optional<Part> reads() {
        return switch (this) {
            case EMPLOYER, EMPLOYER_FILLS, EMPLOYER_SEES -> Optional.of(Part.EMPLOYER);
            case WORKER -> Optional.of(Part.WORKER);
            case MANDATE_HOLDER -> Optional.of(Part.MANDATE_HOLDER);
            case OFFICE, ASSIGNEE, SIGNATORY -> Optional.empty();
        };
    }

    /// The part that someone in this relation fills; empty for who only reads.
    public Optional<Part> part() {
        return this == EMPLOYER_SEES ? Optional.empty() : reads();
    }

    /// Whether a grant on the dossier itself gives it, rather than one on an office or an employer.
    boolean ofParty() {
        return this == EMPLOYER || this == WORKER || this == MANDATE_HOLDER;
    }
}
