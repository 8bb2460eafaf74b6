package fr.gouv.workinfrance.procedure.need;

/// What comes after the answers given so far.
public sealed interface Step {

    /// A question, because the line to judge next hangs on it.
    record Ask(Question question) implements Step {}

    /// The answer: the line that holds.
    record Answer(Row row) implements Step {}
}
