package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.procedure.Part;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    /// An agent who entered it at a counter, as such, for someone who cannot.
    COUNTER("counter"),
    /// A caseworker of the office that handles the dossier.
    OFFICE("caseworker"),
    /// The caseworker in charge.
    ASSIGNEE("assignee"),
    /// Who signs for the office that handles the dossier.
    SIGNATORY("signatory"),
    /// A caseworker of the authority above (L410-1 3° CRPA), as long as an appeal is before it.
    AUTHORITY("caseworker"),
    /// Who signs for that authority, as long as an appeal is before it.
    AUTHORITY_SIGNATORY("signatory");

    /// What an agent of the authority above is: never kept as such, it comes and goes with appeals.
    static final Set<Relation> ABOVE = Set.of(AUTHORITY, AUTHORITY_SIGNATORY);

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

    /// Whether a relation is kept under this word: some invitations give what is turned into one.
    public static boolean isGranted(String word) {
        return Arrays.stream(values()).anyMatch(relation -> relation.granted.equals(word));
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
            case COUNTER, OFFICE, ASSIGNEE, SIGNATORY, AUTHORITY, AUTHORITY_SIGNATORY ->
                    Optional.empty();
        };
    }

    /// The part that someone in this relation fills; empty for who only reads.
    public Optional<Part> part() {
        return this == EMPLOYER_SEES ? Optional.empty() : reads();
    }

    /// Whether one of these is that of who files, or of who does it for him: a draft is theirs to
    /// delete.
    static boolean files(Collection<Relation> relations, Part filer) {
        return relations.contains(COUNTER)
                || relations.stream()
                        .anyMatch(relation -> relation.part().equals(Optional.of(filer)));
    }

    /// The parts in whose name someone writes, and for which he opens what is written to them.
    static Set<Part> writing(Collection<Relation> relations) {
        return relations.stream()
                .filter(Move.of(Act.WRITE).by()::contains)
                .flatMap(relation -> relation.part().stream())
                .collect(Collectors.toSet());
    }

    /// Whether a grant on the office that handles the dossier gives it.
    boolean onOffice() {
        return reads().isEmpty() && !onDossier() && !ABOVE.contains(this);
    }

    /// Whether a grant on the dossier itself gives it, rather than one on an office or an employer.
    boolean onDossier() {
        return this == EMPLOYER || this == WORKER || this == MANDATE_HOLDER || this == COUNTER;
    }
}
