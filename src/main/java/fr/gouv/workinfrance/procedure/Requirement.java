package fr.gouv.workinfrance.procedure;

import java.util.Map;

/// Whether an answer or a piece is asked for.
public sealed interface Requirement {
    /// Always.
    record Always() implements Requirement {}

    /// Never: it is welcome.
    record Never() implements Requirement {}

    /// When a condition on the answers holds.
    record When(Condition condition) implements Requirement {}

    /// Whether it is asked for with these answers.
    default boolean holds(Map<String, Object> values) {
        return switch (this) {
            case Always _ -> true;
            case Never _ -> false;
            case When(Condition condition) -> condition.holds(values);
        };
    }
}
