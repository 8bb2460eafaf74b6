package fr.gouv.workinfrance.procedure;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A document that is asked for.
///
/// @param id unique within the version
/// @param part who is asked for it
/// @param shownTo the other parties that may open it
/// @param name its name
/// @param hint what makes a good one
/// @param required when it is asked for
/// @param blocks whether a deposit without it, and without a word on why, is held back. Only a text
///   that requires the piece may make it block
/// @param provisional whether the list it comes from could not be read in the official text
/// @param identity whether it shows who someone is: what is displayed of it bears the name of who
///   looks at it
/// @param sides how many sides it has, when it has more than one; advice alone follows from it
/// @param named whether the worker’s names stand on it; advice alone follows from it
/// @param reuse how long one that was given stands for the next requests; none when each request
///   needs its own
/// @param basis why it is asked for, with its sources
public record Piece(
        String id,
        Part part,
        Set<Part> shownTo,
        Words name,
        @Nullable Words hint,
        Requirement required,
        boolean blocks,
        boolean provisional,
        boolean identity,
        int sides,
        boolean named,
        @Nullable Reuse reuse,
        Statement basis) {

    /// For how long a document that was given need not be given again: so many months at most and,
    /// where a question asks it, no longer than what it shows.
    ///
    /// @param until the question whose answer is the last day on which the document holds
    public record Reuse(int months, @Nullable String until) {

        /// The last day on which it need not be given again.
        ///
        /// @param given the day on which it was given
        /// @param values the answers of the request with which it was
        public LocalDate lastDay(LocalDate given, Map<String, Object> values) {
            LocalDate last = given.plusMonths(months);
            return Optional.ofNullable(until)
                    .map(values::get)
                    .map(Object::toString)
                    .map(LocalDate::parse)
                    .filter(shown -> shown.isBefore(last))
                    .orElse(last);
        }
    }

    /// Whether nobody has to give it, and anybody may.
    public boolean welcome() {
        return required instanceof Requirement.Never;
    }
}
