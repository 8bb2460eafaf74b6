package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.dossier.Answer;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.site.Shell;

import org.springframework.context.MessageSource;

import java.util.List;
import java.util.Locale;

/// One question as a page shows it.
///
/// @param value as typed
/// @param error what is wrong with it, and how to mend it; empty when nothing is
/// @param revision of the answer on the page
public record FieldView(Field field, String value, String error, int revision, boolean required) {

    /// Above this many answers, they are in a list.
    private static final int MOST_RADIOS = 6;

    static FieldView of(Field field, Dossier dossier, MessageSource words, Locale locale) {
        Answer answer = dossier.answers().of(field.id()).orElse(null);
        String typed = answer == null ? "" : answer.typed();
        return new FieldView(
                field,
                typed,
                wrong(field, typed, words, locale),
                answer == null ? 0 : answer.revision(),
                field.required().holds(dossier.values()));
    }

    static String wrong(Field field, String typed, MessageSource words, Locale locale) {
        return field.type().parse(typed, locale) instanceof Parsed.Wrong(var key, var args)
                ? words.getMessage(key, args.toArray(), locale)
                : "";
    }

    public boolean radios() {
        return !field.options().isEmpty() && field.options().size() <= MOST_RADIOS;
    }

    public boolean list() {
        return field.options().size() > MOST_RADIOS;
    }

    public boolean area() {
        return field.type() instanceof FieldType.LongText;
    }

    /// Whether this option is the answer, typed by its value or by its words.
    public boolean chosen(String option) {
        return field.type().parse(value, Locale.FRENCH) instanceof Parsed.Value(var kept, _)
                && matches(kept, option);
    }

    private static boolean matches(Object kept, String option) {
        return kept instanceof Boolean yes
                ? option.equals(yes ? "oui" : "non") || option.equals(yes.toString())
                : kept.toString().equals(option);
    }

    public String label(Shell shell) {
        String label = shell.say(field.label());
        return required ? label : label + " " + shell.lookup("site.form.optional");
    }

    public String hint(Shell shell) {
        return field.hint() == null ? "" : shell.say(field.hint());
    }

    /// The errors of a page, for its summary.
    public static List<FieldView> wrong(List<FieldView> fields) {
        return fields.stream().filter(field -> !field.error().isEmpty()).toList();
    }
}
