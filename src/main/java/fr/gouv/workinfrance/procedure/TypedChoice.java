package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.reference.BareText;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads an answer among those offered, by its value or by its label.
final class TypedChoice {
    static final List<Option> YES_NO =
            List.of(
                    new Option("yes", new Words("Oui", "Yes", Map.of(Language.SPANISH, "Sí"))),
                    new Option("no", new Words("Non", "No", Map.of(Language.SPANISH, "No"))));

    private static final Set<String> YES = Set.of("yes", "oui", "sí", "si", "true");
    private static final Set<String> NO = Set.of("no", "non", "false");

    private TypedChoice() {}

    static Parsed parse(String typed, List<Option> options, Locale locale) {
        String answer = TypedText.clean(typed);
        if (answer.isEmpty()) {
            return Parsed.BLANK;
        }
        return options.stream()
                .filter(option -> option.value().equalsIgnoreCase(answer))
                .findFirst()
                .or(() -> byLabel(answer, options))
                .<Parsed>map(option -> new Parsed.Value(option.value(), option.label().in(locale)))
                .orElseGet(() -> Parsed.Wrong.of("choice"));
    }

    private static Optional<Option> byLabel(String answer, List<Option> options) {
        String bare = BareText.of(answer);
        return options.stream()
                .filter(
                        option ->
                                Arrays.stream(Language.values())
                                        .map(option.label()::in)
                                        .anyMatch(label -> BareText.of(label).equals(bare)))
                .findFirst();
    }

    static String display(Object canonical, List<Option> options, Locale locale) {
        return options.stream()
                .filter(option -> option.value().equals(canonical))
                .map(option -> option.label().in(locale))
                .findFirst()
                .orElseGet(canonical::toString);
    }

    static Parsed yesNo(String typed, Locale locale) {
        String answer = TypedText.clean(typed).toLowerCase(Locale.ROOT);
        if (answer.isEmpty()) {
            return Parsed.BLANK;
        }
        if (YES.contains(answer)) {
            return new Parsed.Value(true, yesNo(true, locale));
        }
        return NO.contains(answer)
                ? new Parsed.Value(false, yesNo(false, locale))
                : Parsed.Wrong.of("choice");
    }

    static String yesNo(boolean yes, Locale locale) {
        return YES_NO.get(yes ? 0 : 1).label().in(locale);
    }
}
