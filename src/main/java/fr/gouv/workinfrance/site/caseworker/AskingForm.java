package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.dossier.Asking;
import fr.gouv.workinfrance.dossier.correction.Nature;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.reference.PartialDate;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request for corrections as it is typed.
///
/// @param ticked what is asked, in the order of the page
/// @param typed by field; what is said of one thing has its name at the end, `words-FIELD.pay`
public record AskingForm(List<Subject> ticked, Map<String, String> typed) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    public AskingForm {
        ticked = List.copyOf(ticked);
        typed = Map.copyOf(typed);
    }

    /// @param proposed the day to answer
    static AskingForm blank(LocalDate proposed) {
        return new AskingForm(List.of(), Map.of("by", proposed.format(DAY)));
    }

    public boolean asks(Subject subject) {
        return ticked.contains(subject);
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /// What was typed of one thing.
    public String value(String field, Subject subject) {
        return value(field + "-" + subject);
    }

    /// What was made of one thing; absent when nothing was.
    public Optional<Nature> nature(Subject subject) {
        return Arrays.stream(Nature.values())
                .filter(nature -> nature.name().equals(value("nature", subject)))
                .findFirst();
    }

    /// What is asked. What nothing is said of suspends nothing.
    Asking asking() {
        return new Asking(
                ticked.stream()
                        .map(
                                subject ->
                                        new Asking.Line(
                                                subject,
                                                nature(subject).orElse(Nature.CLARIFICATION),
                                                value("reason", subject),
                                                value("words", subject)))
                        .toList(),
                by(),
                value("late"));
    }

    private @Nullable LocalDate by() {
        return PartialDate.parse(value("by").strip().toLowerCase(Locale.ROOT))
                .filter(PartialDate::complete)
                .map(PartialDate::earliest)
                .orElse(null);
    }
}
