package fr.gouv.workinfrance.procedure.need;

import fr.gouv.workinfrance.procedure.Parsed;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The way through the questions that someone took.
///
/// @param replies what was asked and answered, in order; an answer to a question that is not asked
///   does not count
/// @param step what comes next
/// @param trouble what was typed to the question that comes next, when it could not be taken
public record Walk(List<Reply> replies, Step step, @Nullable Parsed trouble) {

    /// What the form of a procedure already has for an answer, as typed, by field; nothing unless
    /// it is that procedure that is needed.
    public Map<String, String> prefilled(String procedure) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (step instanceof Step.Answer(Row row)
                && row.outcome() instanceof Outcome.Request(String needed, _, var prefill)
                && needed.equals(procedure)) {
            prefill.forEach(
                    (field, question) ->
                            replies.stream()
                                    .filter(reply -> reply.question().id().equals(question))
                                    .forEach(
                                            reply ->
                                                    fields.put(
                                                            field,
                                                            reply.question()
                                                                    .whole(reply.typed()))));
        }
        return fields;
    }
}
