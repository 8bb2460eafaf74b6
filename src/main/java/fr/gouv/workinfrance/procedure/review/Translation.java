package fr.gouv.workinfrance.procedure.review;

import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.procedure.Words;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What may be wrong between French words and their translation. A machine cannot tell whether a
/// translation is right; it can tell where to look.
public enum Translation {
    /// They are the same: perhaps nobody translated them.
    IDENTICAL,
    /// They do not leave room for the same things.
    PLACEHOLDERS,
    /// A figure is in one and not in the other.
    FIGURES,
    /// A month is in one and not in the other.
    MONTHS;

    private static final Pattern LOWER_CASE_WORD = Pattern.compile("\\p{Ll}{2}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
    private static final Pattern FIGURE = Pattern.compile("\\d+(?:[.]\\d+)?");

    /// A word with the day before it, or the day or the year after. In "R. 5221-3 may", 3 is no
    /// day.
    private static final Pattern IN_A_DATE =
            Pattern.compile(
                    "(?<=(?<![\\d.-])[1-3]?\\d(?:er|st|nd|rd|th)?\\s)\\p{L}+|\\p{L}+(?=\\s\\d)");

    /// "marzo de 2026": what stands between a month and its day or its year.
    private static final Pattern OF =
            Pattern.compile("(?<=\\d) de (?=\\p{L})|(?<=\\p{L}) de (?=\\d)");

    /// All that may be wrong with the English of these.
    public static List<Translation> doubts(Words words) {
        return doubts(words, Language.ENGLISH);
    }

    /// All that may be wrong with these in a language.
    public static List<Translation> doubts(Words words, Language language) {
        return Arrays.stream(values())
                .filter(doubt -> doubt.on(words.fr(), words.in(language), language))
                .toList();
    }

    private boolean on(String fr, String said, Language language) {
        return switch (this) {
            case IDENTICAL -> fr.equals(said) && LOWER_CASE_WORD.matcher(fr).find();
            case PLACEHOLDERS -> !all(PLACEHOLDER, fr).equals(all(PLACEHOLDER, said));
            case FIGURES ->
                    !all(FIGURE, plain(fr, Language.FRENCH))
                            .equals(all(FIGURE, plain(said, language)));
            case MONTHS -> !months(fr, Language.FRENCH).equals(months(said, language));
        };
    }

    /// "1 485,50" as "1485.50"; in English, "1,485.50" as well.
    private static String plain(String words, Language language) {
        return language == Language.ENGLISH
                ? words.replaceAll("(?<=\\d)[,\\s\u00a0\u202f](?=\\d{3}(?!\\d))", "")
                : words.replaceAll("(?<=\\d)[\\s\u00a0\u202f](?=\\d{3}(?!\\d))", "")
                        .replaceAll("(?<=\\d),(?=\\d)", ".");
    }

    private static Set<String> all(Pattern wanted, String words) {
        return wanted.matcher(words)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> months(String words, Language language) {
        List<String> names =
                Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL, language.locale()))
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList();
        String dates = OF.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return all(IN_A_DATE, dates).stream()
                .map(names::indexOf)
                .filter(month -> month >= 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
