package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.dossier.Answer;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.procedure.Coded;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.LookUp;
import fr.gouv.workinfrance.procedure.Option;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Place;
import fr.gouv.workinfrance.procedure.Rows;
import fr.gouv.workinfrance.site.Shell;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One question as a page shows it.
///
/// @param value as typed
/// @param error what is wrong with it, and how to mend it; empty when nothing is
/// @param revision of the answer on the page
public record FieldView(Field field, String value, String error, int revision, boolean required) {

    /// Above this many answers, they are in a list.
    private static final int MOST_RADIOS = 6;

    private static final Pattern CHOSEN =
            Pattern.compile("(.*) (HOUR|DAY|WEEK|MONTH|YEAR|TOTAL)", Pattern.DOTALL);

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

    /// What a code, or a name typed in short, was understood as; empty when there is nothing to
    /// say.
    public String understood(Locale locale) {
        return understood(field, value, locale);
    }

    static String understood(Field field, String typed, Locale locale) {
        boolean looked = field.type() instanceof Coded || field.type() instanceof Place.Town;
        return looked && field.type().parse(typed, locale) instanceof Parsed.Value(_, var shown)
                ? shown
                : "";
    }

    /// Whether it is so much for a period: an amount, and a list of periods beside it.
    public boolean measured() {
        return field.type() instanceof FieldType.Money || field.type() instanceof FieldType.Hours;
    }

    /// What was typed, without the period that was chosen beside it.
    public String amount() {
        Matcher chosen = CHOSEN.matcher(value);
        return chosen.matches() ? chosen.group(1) : value;
    }

    /// Whether this period was chosen.
    public boolean per(Option period) {
        Matcher chosen = CHOSEN.matcher(value);
        return chosen.matches() && chosen.group(2).equals(period.value());
    }

    /// Whether it is answered by the register of establishments.
    public boolean register() {
        return field.lookUp() != null && field.lookUp().in() == LookUp.In.REGISTER;
    }

    /// The address that completes what is typed; null when nothing does.
    public @Nullable String completion() {
        if (field.lookUp() != null) {
            return switch (field.lookUp().in()) {
                case REGISTER -> null;
                case ADDRESSES -> "/reference/adresses";
                case COMMUNES -> "/reference/communes";
            };
        }
        return switch (field.type()) {
            case Place.Address _ -> "/reference/adresses";
            case Place.Town _ -> "/reference/communes";
            case Coded.Occupation _ -> "/reference/metiers";
            case Coded.Activity _ -> "/reference/activites";
            case Coded.Agreement _ -> "/reference/conventions";
            default -> null;
        };
    }

    /// Which part of what was chosen is the answer.
    public String completes() {
        if (address() || looked(LookUp.In.ADDRESSES)) {
            return "street";
        }
        return looked(LookUp.In.COMMUNES) ? "town" : "value";
    }

    private boolean looked(LookUp.In in) {
        return field.lookUp() != null && field.lookUp().in() == in;
    }

    /// The field that the postcode of what was chosen fills; null for none.
    public @Nullable String postcodeField() {
        return filled(LookUp.Fact.POSTCODE, ".postcode");
    }

    /// The field that its town fills; null for none.
    public @Nullable String townField() {
        return filled(LookUp.Fact.TOWN, ".city");
    }

    private @Nullable String filled(LookUp.Fact fact, String part) {
        if (field.lookUp() != null) {
            return field.lookUp().fills().get(fact);
        }
        return address() ? field.id() + part : null;
    }

    /// Whether it is asked several times over: a block of rows.
    public boolean rows() {
        return field.type() instanceof Rows;
    }

    /// Whether it is an address: three fields.
    public boolean address() {
        return field.type() instanceof Place.Address;
    }

    /// Street, postcode and city, as typed.
    public List<String> parts() {
        return Place.Address.parts(value);
    }

    /// The tokens of HTML's `autocomplete` for the three of them.
    public List<String> autocompletes() {
        return "street-address".equals(field.autocomplete())
                ? List.of("street-address", "postal-code", "address-level2")
                : List.of("off", "off", "off");
    }

    /// An answer as it is kept, of a form that was sent: what was typed, then the period chosen
    /// beside it, or the postcode and the city typed below it.
    ///
    /// @return null when the form does not ask this
    static @Nullable String typed(Field field, HttpServletRequest request) {
        if (field.type() instanceof Rows rows) {
            return RowsView.typed(field, rows, request);
        }
        String typed = request.getParameter(field.id());
        if (typed == null) {
            return null;
        }
        if (field.type() instanceof Place.Address) {
            return Place.Address.typed(
                    typed,
                    Objects.toString(request.getParameter(field.id() + ".postcode"), ""),
                    Objects.toString(request.getParameter(field.id() + ".city"), ""));
        }
        String period = request.getParameter(field.id() + ".per");
        return typed.isBlank() || period == null || period.isBlank() ? typed : typed + " " + period;
    }

    public boolean radios() {
        return !measured() && !field.options().isEmpty() && field.options().size() <= MOST_RADIOS;
    }

    public boolean list() {
        return !measured() && field.options().size() > MOST_RADIOS;
    }

    public boolean area() {
        return field.type() instanceof FieldType.LongText;
    }

    /// Whether this option is the answer, typed by its value or by its words.
    public boolean chosen(String option) {
        return read(value) instanceof Parsed.Value(var kept, _)
                && read(option) instanceof Parsed.Value(var offered, _)
                && kept.equals(offered);
    }

    private Parsed read(String typed) {
        return field.type().parse(typed, Locale.FRENCH);
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
