package fr.gouv.workinfrance.procedure;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// One page of the form.
///
/// @param id unique within the version; part of the page's address
/// @param part whose part it is
/// @param shownTo the other parties that read its answers; each question may say fewer
/// @param title its title
/// @param intro what to know before answering
/// @param visibleWhen when it is asked; always when null
/// @param fields its questions, in order
public record Section(
        String id,
        Part part,
        Set<Part> shownTo,
        Words title,
        @Nullable Words intro,
        @Nullable Condition visibleWhen,
        List<Field> fields) {

    /// Whether it is asked, given the answers.
    boolean visible(Map<String, Object> values) {
        return visibleWhen == null || visibleWhen.holds(values);
    }
}
