package fr.gouv.workinfrance.procedure.review;

/// One respect in which a clause may change, in the order in which it is told.
public enum Trait {
    /// What it is called: the label of a question, the name of a piece, the title of a reason.
    NAME,
    /// What a person reads: the sentence of a statement, the introduction of a section.
    WORDS,
    HINT,
    /// What is told when a limit is not respected.
    WARNING,
    /// Whose part it is.
    PART,
    /// The other parties that read it.
    SHOWN_TO,
    /// The section where a question stands.
    SECTION,
    /// The kind of answer.
    TYPE,
    /// How long or how great an answer may be.
    EXTENT,
    OPTIONS,
    /// Always, never, or when a condition holds.
    REQUIRED,
    REQUIRED_WHEN,
    VISIBLE_WHEN,
    /// The field beside which a rule is told.
    FIELD,
    /// When a rule applies.
    WHEN,
    /// What has to be true.
    MUST,
    /// Whether the deposit, or the decision, waits.
    BLOCKS,
    PROVISIONAL,
    /// For how long it need not be given again.
    GIVEN_ONCE,
    /// Where its answer may be known from.
    KNOWN_FROM,
    /// Whether a written mandate is needed.
    MANDATE,
    OFFICE,
    /// A length of time.
    PERIOD,
    /// What silence means.
    SILENCE,
    /// Before whom an appeal is brought.
    BEFORE,
    /// Its sources.
    LAW,
    NOTE
}
