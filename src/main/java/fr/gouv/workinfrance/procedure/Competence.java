package fr.gouv.workinfrance.procedure;

import java.util.Map;
import java.util.Optional;

/// How the competent office is found.
///
/// @param officeKind the kind of office, a name of the offices' own list, "PREFECTURE"
/// @param where what says which office of that kind it is
/// @param explanation the rule in a sentence, with its sources
public record Competence(String officeKind, Where where, Statement explanation) {

    /// What says which office it is.
    public sealed interface Where {}

    /// The département that a question asks for.
    ///
    /// @param field the question, whose answer is its code
    public record DepartmentOf(String field) implements Where {

        public Optional<String> answer(Map<String, Object> values) {
            return Optional.ofNullable(values.get(field)).map(Object::toString);
        }
    }

    /// The country that a question asks for.
    ///
    /// @param field the question, whose answer is its code in two letters
    public record CountryOf(String field) implements Where {

        public Optional<String> answer(Map<String, Object> values) {
            return Optional.ofNullable(values.get(field)).map(Object::toString);
        }
    }

    /// Nothing: one office is competent for the whole country.
    public record Everywhere() implements Where {}
}
