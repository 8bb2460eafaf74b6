package fr.gouv.workinfrance.dossier;

/// Where a dossier is, as people are told in a word: of one that was decided, what was.
public enum Standing {
    DRAFT,
    SUBMITTED,
    COMPLETE,
    IN_EXAMINATION,
    AWAITING_SIGNATURE,
    GRANTED,
    REFUSED,
    WITHDRAWN;

    public static Standing of(Stage stage) {
        return of(
                stage.name(),
                stage instanceof Stage.Decided decided
                        && decided.prepared().decision() instanceof Decision.Granted);
    }

    /// Of one that is known by its stage alone.
    ///
    /// @param granted whether its decision, once it is decided, grants it
    public static Standing of(Stage.Name stage, boolean granted) {
        return switch (stage) {
            case DRAFT -> DRAFT;
            case SUBMITTED -> SUBMITTED;
            case COMPLETE -> COMPLETE;
            case IN_EXAMINATION -> IN_EXAMINATION;
            case AWAITING_SIGNATURE -> AWAITING_SIGNATURE;
            case DECIDED -> granted ? GRANTED : REFUSED;
            case WITHDRAWN -> WITHDRAWN;
        };
    }
}
