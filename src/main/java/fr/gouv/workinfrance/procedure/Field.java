package fr.gouv.workinfrance.procedure;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// One question of the form.
///
/// @param id unique within the version; also its name in conditions
/// @param section the section it stands in
/// @param part whose answer it is
/// @param shownTo the other parties that read the answer
/// @param type how an answer is read, kept and shown
/// @param label the question
/// @param hint how to answer, shown with the question
/// @param required whether a deposit needs it, when it is visible
/// @param visibleWhen when it is asked; always when null
/// @param autocomplete the HTML token that lets a browser fill it in (WCAG 1.3.5)
/// @param example an answer, as typed; it is read at load and has to be understood
public record Field(
        String id,
        String section,
        Part part,
        Set<Part> shownTo,
        FieldType type,
        Words label,
        @Nullable Words hint,
        Requirement required,
        @Nullable Condition visibleWhen,
        @Nullable String autocomplete,
        @Nullable String example) {

    /// The answers it offers, empty for a free field.
    public List<Option> options() {
        return type.options();
    }

    /// How a kept answer reads; an empty text for none.
    public String display(@Nullable Object canonical, Locale locale) {
        return canonical == null ? "" : type.display(canonical, locale);
    }

    /// Whether it is asked, given the other answers.
    boolean visible(Map<String, Object> values) {
        return visibleWhen == null || visibleWhen.holds(values);
    }
}
