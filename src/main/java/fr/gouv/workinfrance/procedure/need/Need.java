package fr.gouv.workinfrance.procedure.need;

import fr.gouv.workinfrance.procedure.Condition;
import fr.gouv.workinfrance.procedure.Parsed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The decision table that says whether an authorization is needed.
///
/// Nobody writes which question follows which: lines are judged in order, and a line that is still
/// unknown makes its first missing answer the next question. So only what still matters is asked.
///
/// @param questions in the order in which they are asked, when they are
/// @param rows in the order in which they are judged
public record Need(List<Question> questions, List<Row> rows) {

    /// A table that says nothing.
    public static final Need NONE = new Need(List.of(), List.of());

    /// Goes through the questions as far as what was typed allows.
    ///
    /// @param typed what was typed, by question
    /// @param today the day on which amounts of the law are taken
    public Walk walk(Map<String, String> typed, LocalDate today, Locale locale) {
        Map<String, Object> known = new HashMap<>();
        List<Reply> replies = new ArrayList<>();
        Step step = step(known, today);
        while (step instanceof Step.Ask(Question question)) {
            String text = typed.get(question.id());
            if (text == null) {
                return new Walk(List.copyOf(replies), step, null);
            }
            Parsed read = question.read(text, locale);
            if (!(read instanceof Parsed.Value(Object canonical, _))) {
                return new Walk(List.copyOf(replies), step, read);
            }
            known.put(question.id(), canonical);
            replies.add(new Reply(question, text, canonical));
            step = step(known, today);
        }
        return new Walk(List.copyOf(replies), step, null);
    }

    /// What comes after these answers.
    ///
    /// @throws IllegalStateException when no line holds and no answer is missing, which a table
    ///   that was read without a mistake never does
    Step step(Map<String, Object> known, LocalDate today) {
        for (Row row : rows) {
            switch (row.when().judge(known, today)) {
                case TRUE -> {
                    return new Step.Answer(row);
                }
                case UNKNOWN -> {
                    return new Step.Ask(
                            missing(row.when(), known)
                                    .orElseThrow(
                                            () ->
                                                    new IllegalStateException(
                                                            "stays unknown: " + row.when())));
                }
                case FALSE -> {
                    // the next one
                }
            }
        }
        throw new IllegalStateException("no line of the table answers " + known.keySet());
    }

    /// The first question whose answer a condition lacks.
    Optional<Question> missing(Condition when, Map<String, Object> known) {
        return questions.stream()
                .filter(question -> when.names().contains(question.id()))
                .filter(question -> !known.containsKey(question.id()))
                .findFirst();
    }
}
