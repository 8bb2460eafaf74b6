package fr.gouv.workinfrance.procedure;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// A condition on the answers, written in CEL, checked and compiled when its file was read.
///
/// A blank answer is not a value: whatever depends on it is unknown, as in SQL. `a == 'x' || b ==
/// 'y'` is true as soon as one side is, and `!given(a)` is the way to ask for a blank.
public final class Condition {
    private final String text;
    private final Set<String> names;
    private final Set<Object> literals;
    private final CelRuntime.Program program;
    private final Map<String, FieldType> fields;

    Condition(
            String text,
            Set<String> names,
            Set<Object> literals,
            CelRuntime.Program program,
            Map<String, FieldType> fields) {
        this.text = text;
        this.names = names;
        this.literals = literals;
        this.program = program;
        this.fields = fields;
    }

    /// The fields it names, `filer` and `today` included.
    public Set<String> names() {
        return names;
    }

    /// The texts and whole numbers it compares with.
    public Set<Object> literals() {
        return literals;
    }

    /// Whether it surely holds. For conditions that do not name `today`.
    public boolean holds(Map<String, Object> values) {
        return judge(values, null) == Truth.TRUE;
    }

    /// Whether it surely holds on that day.
    public boolean holds(Map<String, Object> values, LocalDate today) {
        return judge(values, today) == Truth.TRUE;
    }

    /// What it says.
    ///
    /// @param values kept answers by field; a field that is absent is blank
    /// @param today the day `today` stands for
    /// @throws IllegalStateException when the condition itself is at fault, a sum too large for
    ///   instance
    public Truth judge(Map<String, Object> values, @Nullable LocalDate today) {
        try {
            Object result = program.eval(bind(values, today));
            return Boolean.TRUE.equals(result) ? Truth.TRUE : Truth.FALSE;
        } catch (CelEvaluationException failure) {
            if (failure.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND
                    || NotKnown.caused(failure)) {
                return Truth.UNKNOWN;
            }
            throw new IllegalStateException("cannot judge the condition: " + text, failure);
        }
    }

    private Map<String, Object> bind(Map<String, Object> values, @Nullable LocalDate today) {
        Map<String, Object> bound = new HashMap<>();
        fields.forEach(
                (id, type) -> {
                    Object value = values.get(id);
                    bound.put(ConditionLanguage.ANSWERED + id, value != null);
                    if (value != null) {
                        bound.putAll(type.bind(id, value));
                    }
                });
        if (today != null) {
            bound.put(ConditionLanguage.TODAY, today.toString());
        }
        return bound;
    }

    /// Two conditions written alike say the same: two versions of a procedure compile each its own.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Condition condition && text.equals(condition.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /// The condition as written.
    @Override
    public String toString() {
        return text;
    }

    /// Thrown by a function that cannot say, with such an argument.
    static final class NotKnown extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotKnown() {
            super("not known", null, false, false);
        }

        static boolean caused(@Nullable Throwable failure) {
            for (Throwable at = failure; at != null; at = at.getCause()) {
                if (at instanceof NotKnown) {
                    return true;
                }
            }
            return false;
        }
    }
}
