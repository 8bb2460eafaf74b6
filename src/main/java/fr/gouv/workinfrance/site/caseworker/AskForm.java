package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.opinion.Ask;
import fr.gouv.workinfrance.opinion.Consulting.Fault;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Parsed;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/// A request for an opinion, or something to tell, as it is typed.
///
/// @param what `body/inquiry`, or the body alone of what is told; empty when nothing was chosen
/// @param due as typed
/// @param faults of what was sent
public record AskForm(String what, String words, String due, Set<Fault> faults) {

    static final AskForm BLANK = new AskForm("", "", "", Set.of());

    public AskForm {
        faults = Set.copyOf(faults);
    }

    AskForm wrong(Set<Fault> found) {
        return new AskForm(what, words, due, found);
    }

    /// What is asked; of a day that cannot be read, one that cannot be.
    Ask ask() {
        int slash = what.indexOf('/');
        return new Ask(
                slash < 0 ? what : what.substring(0, slash),
                slash < 0 ? "" : what.substring(slash + 1),
                null,
                words,
                day());
    }

    private @Nullable LocalDate day() {
        return switch (new FieldType.Day().parse(due, Locale.FRENCH)) {
            case Parsed.Value(Object day, _) -> LocalDate.parse(day.toString());
            case Parsed.Blank _ -> null;
            case Parsed.Wrong _ -> LocalDate.MIN;
        };
    }

    /// The field beside which a fault is told.
    public static String place(Fault fault) {
        return switch (fault) {
            case UNKNOWN, NO_BASIS, NO_OFFICE, PENDING, NOT_DELEGATED -> "what";
            case TOO_LONG -> "words";
            case WRONG_DAY -> "due";
        };
    }

    /// The fault that is told beside a field; absent when there is none.
    public @Nullable Fault at(String field) {
        return faults.stream()
                .filter(fault -> place(fault).equals(field))
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
