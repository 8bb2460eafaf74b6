package fr.gouv.workinfrance.procedure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Every example of a form, as kept, to be changed by a test.
final class ExampleAnswers {
    private final Version version;
    private final Map<String, Object> values = new HashMap<>();

    private ExampleAnswers(Version version) {
        this.version = version;
    }

    static ExampleAnswers of(Version version) {
        var answers = new ExampleAnswers(version);
        version.fields().stream()
                .filter(field -> field.example() != null)
                .forEach(field -> answers.with(field.id(), String.valueOf(field.example())));
        answers.values.put("filer", "EMPLOYER");
        return answers;
    }

    /// Answers a question as people type.
    ExampleAnswers with(String field, String typed) {
        Field asked = version.field(field).orElseThrow();
        if (asked.type().parse(typed, Locale.FRENCH) instanceof Parsed.Value(Object kept, _)) {
            values.put(field, kept);
            return this;
        }
        throw new AssertionError(field + " does not understand: " + typed);
    }

    Map<String, Object> values() {
        return values;
    }

    /// The rules that are told, on that day.
    List<String> told(LocalDate today) {
        return version.gaps(values, Set.of(), Set.of(), today).stream()
                .filter(gap -> gap.kind() == Gap.Kind.RULE)
                .map(Gap::id)
                .toList();
    }
}
