package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.examination.revision.Rectification;
import fr.gouv.workinfrance.permit.Terms;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.reference.Amount;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The terms of an authorization as they should have been printed, as they are typed.
///
/// @param typed by field
public record RectificationForm(Map<String, String> typed) {

    /// In the order of the page.
    static final List<String> FIELDS =
            List.of("holder", "birth", "employer", "job", "hours", "from", "until");

    public RectificationForm {
        typed = Map.copyOf(typed);
    }

    /// What is printed, ready to be mended.
    static RectificationForm of(Terms printed, Version version, Locale locale) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("holder", printed.holder());
        typed.put("birth", shown(version, Known.WORKER_BIRTH, printed.birth(), locale));
        typed.put("employer", printed.employer());
        typed.put("job", printed.job());
        typed.put(
                "hours",
                shown(
                        version,
                        Known.WORKING_HOURS,
                        Map.of(
                                "minutes", printed.hours().minutes(),
                                "per", printed.hours().per().name()),
                        locale));
        typed.put("from", shown(version, Known.CONTRACT_START, printed.from().toString(), locale));
        typed.put("until", shown(version, Known.CONTRACT_END, printed.until().toString(), locale));
        return new RectificationForm(typed);
    }

    private static String shown(Version version, Known known, Object value, Locale locale) {
        return version.field(known.field()).orElseThrow().display(value, locale);
    }

    public List<String> fields() {
        return FIELDS;
    }

    public String value(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /// What was read of it.
    sealed interface Read {

        record Understood(Rectification matter) implements Read {}

        /// Nothing can be drafted of it.
        ///
        /// @param wrong what is wrong, by field
        record Wrong(Map<String, Parsed.Wrong> wrong) implements Read {}
    }

    /// @param acquired whether silence gave it
    Read read(Terms printed, boolean acquired, Version version, Locale locale) {
        Map<String, Parsed.Wrong> wrong = new LinkedHashMap<>();
        Optional<Object> birth = read("birth", Known.WORKER_BIRTH, version, locale, wrong);
        Optional<Object> hours = read("hours", Known.WORKING_HOURS, version, locale, wrong);
        Optional<Object> from = read("from", Known.CONTRACT_START, version, locale, wrong);
        Optional<Object> until = read("until", Known.CONTRACT_END, version, locale, wrong);
        if (!wrong.isEmpty()) {
            return new Read.Wrong(wrong);
        }
        Amount typedHours = FieldType.Hours.amount(hours.orElseThrow());
        return new Read.Understood(
                new Rectification(
                        printed,
                        new Terms(
                                value("holder"),
                                birth.orElseThrow().toString(),
                                value("employer"),
                                value("job"),
                                same(typedHours, printed.hours()) ? printed.hours() : typedHours,
                                LocalDate.parse(from.orElseThrow().toString()),
                                LocalDate.parse(until.orElseThrow().toString())),
                        acquired,
                        value("reason")));
    }

    /// Hours of which so many minutes are the same, however they were counted.
    private static boolean same(Amount one, Amount other) {
        return one.minutes() == other.minutes() && one.per() == other.per();
    }

    private Optional<Object> read(
            String name,
            Known known,
            Version version,
            Locale locale,
            Map<String, Parsed.Wrong> wrong) {
        return switch (version.field(known.field())
                .orElseThrow()
                .type()
                .parse(value(name), locale)) {
            case Parsed.Value(Object kept, _) -> Optional.of(kept);
            case Parsed.Wrong why -> {
                wrong.put(name, why);
                yield Optional.empty();
            }
            case Parsed.Blank _ -> {
                wrong.put(name, new Parsed.Wrong("site.decision." + name + ".missing", List.of()));
                yield Optional.empty();
            }
        };
    }
}
