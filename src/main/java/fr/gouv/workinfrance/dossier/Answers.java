package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.procedure.Version;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// All the answers of a dossier, by question.
public record Answers(SortedMap<String, Answer> byField) {

    public static final Answers NONE = new Answers(new TreeMap<>());

    public Optional<Answer> of(String field) {
        return Optional.ofNullable(byField.get(field));
    }

    /// The number of the last answer to this question; 0 when there is none.
    public int revision(String field) {
        return of(field).map(Answer::revision).orElse(0);
    }

    /// What could be read of what was typed: what conditions and rules look at.
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        byField.forEach(
                (field, answer) -> {
                    if (answer.value() != null) {
                        values.put(field, answer.value());
                    }
                });
        return values;
    }

    /// A text answer, as read; empty when there is none or it is not text.
    public Optional<String> text(String field) {
        return of(field)
                .map(Answer::value)
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /// Whether something was typed that says nothing the question can take.
    public boolean unread(String field) {
        return of(field)
                .filter(answer -> answer.value() == null && !answer.typed().isBlank())
                .isPresent();
    }

    /// Those that were taken from elsewhere and that nobody has looked at yet, as typed there.
    public SortedMap<String, String> taken() {
        SortedMap<String, String> taken = new TreeMap<>();
        byField.forEach(
                (field, answer) -> {
                    if (answer.taken() != null) {
                        taken.put(field, answer.typed());
                    }
                });
        return taken;
    }

    /// The same texts, read by the questions of a version: what one takes for a date, another may
    /// take for an amount.
    Answers readBy(Version version, Locale language) {
        SortedMap<String, Answer> all = new TreeMap<>(byField);
        version.fields()
                .forEach(
                        field ->
                                all.computeIfPresent(
                                        field.id(),
                                        (_, answer) ->
                                                answer.read(
                                                        field.type()
                                                                .parse(answer.typed(), language))));
        return new Answers(all);
    }

    /// Without those that this person gave last.
    Answers without(UUID author) {
        SortedMap<String, Answer> others = new TreeMap<>(byField);
        others.values().removeIf(answer -> answer.author().equals(author));
        return new Answers(others);
    }

    Answers without(String field) {
        SortedMap<String, Answer> others = new TreeMap<>(byField);
        others.remove(field);
        return new Answers(others);
    }

    Answers with(String field, Answer answer) {
        SortedMap<String, Answer> all = new TreeMap<>(byField);
        all.put(field, answer);
        return new Answers(all);
    }
}
