package fr.gouv.workinfrance.procedure;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What the answers have to respect between them.
///
/// @param id unique within the version
/// @param field the field beside which it is told
/// @param when when it applies; always when null
/// @param must what has to be true
/// @param words what is told when it is not
/// @param blocks whether the deposit waits until it is mended; otherwise it is advice
/// @param law its sources, when it comes from the law
public record Rule(
        String id,
        String field,
        @Nullable Condition when,
        Condition must,
        Words words,
        boolean blocks,
        List<LegalSource> law) {

    /// Whether it looks at the answer to this question.
    boolean names(String field) {
        return must.names().contains(field) || (when != null && when.names().contains(field));
    }

    /// Whether it is surely broken. A rule that touches a blank answer is not: the blank itself is
    /// told when it matters.
    public boolean broken(Map<String, Object> values, LocalDate today) {
        return (when == null || when.judge(values, today) == Truth.TRUE)
                && must.judge(values, today) == Truth.FALSE;
    }
}
