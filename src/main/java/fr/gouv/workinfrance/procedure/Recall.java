package fr.gouv.workinfrance.procedure;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/// Where an answer may be known from: it is then put in, shown as such, and left to be checked.
///
/// @param from where it is known from; one place at least
/// @param until the question whose answer, there, is the last day on which it holds; null when it
///   lasts
public record Recall(Set<From> from, @Nullable String until) {

    /// A place where an answer is known from.
    public enum From {
        /// What the same party answered in its last request.
        EARLIER_REQUESTS,
        /// The request of which a next hire is begun, when somebody begins one.
        NEXT_HIRE,
        /// The account of whoever comes to fill it in.
        ACCOUNT
    }

    /// Keeps its own copy.
    public Recall {
        from = Set.copyOf(from);
    }

    /// Whether it may be known from there. What stands for any request stands for a next hire.
    public boolean from(From place) {
        return from.contains(place)
                || (place == From.NEXT_HIRE && from.contains(From.EARLIER_REQUESTS));
    }

    /// Whether an answer given among these still holds on that day.
    public boolean holds(Map<String, Object> values, LocalDate day) {
        if (until == null) {
            return true;
        }
        Object last = values.get(until);
        return last != null && !LocalDate.parse(last.toString()).isBefore(day);
    }
}
