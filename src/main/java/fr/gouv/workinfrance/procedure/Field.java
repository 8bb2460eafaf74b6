package fr.gouv.workinfrance.procedure;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
/// @param lookUp where it is looked up, when it is
/// @param deduction what other answers say of it; it is then not asked
/// @param recall where its answer may be known from, when it may
/// @param fixed whether a deposited request keeps its answer, unless the office asks for another:
///   with another one it would be another request
/// @param searchable whether an office may look for requests by its answer
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
        @Nullable String example,
        @Nullable LookUp lookUp,
        @Nullable Deduction deduction,
        @Nullable Recall recall,
        boolean fixed,
        boolean searchable) {

    /// The answers it offers, empty for a free field.
    public List<Option> options() {
        return type.options();
    }

    /// Whether its answer may be known from there.
    public boolean knownFrom(Recall.From place) {
        return recall != null && recall.from(place);
    }

    /// The same question, whose answers are of another type.
    public Field with(FieldType other) {
        return new Field(
                id,
                section,
                part,
                shownTo,
                other,
                label,
                hint,
                required,
                visibleWhen,
                autocomplete,
                example,
                lookUp,
                deduction,
                recall,
                fixed,
                searchable);
    }

    /// How a kept answer reads; an empty text for none.
    public String display(@Nullable Object canonical, Locale locale) {
        return canonical == null ? "" : type.display(canonical, locale);
    }

    /// Whether it is told of, given the other answers: asked, or deduced from them.
    boolean visible(Map<String, Object> values) {
        return visibleWhen == null || visibleWhen.holds(values);
    }

    /// Whether it is asked, given the other answers. What others say is not, nor is it before they
    /// are there, unless it was answered already.
    boolean asked(Map<String, Object> values) {
        if (deduction == null || !visible(values)) {
            return visible(values);
        }
        return deduced(values).isEmpty() && (deduction.answered(values) || values.containsKey(id));
    }

    /// What the other answers say of it.
    public Optional<String> deduced(Map<String, Object> values) {
        return deduction == null ? Optional.empty() : deduction.of(values, type);
    }
}
