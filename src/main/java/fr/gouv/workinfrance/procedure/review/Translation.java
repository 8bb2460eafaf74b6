package fr.gouv.workinfrance.procedure.review;

import fr.gouv.workinfrance.procedure.Words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What may be wrong between French words and their English ones. A machine cannot tell whether a
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

    private static final List<String> MONTHS_IN_FRENCH =
            List.of(
                    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
                            .split(" "));
    private static final List<String> MONTHS_IN_ENGLISH =
            List.of(
                    "january february march april may june july august september october november december"
                            .split(" "));

    /// All that may be wrong with these.
    public static List<Translation> doubts(Words words) {
        return Arrays.stream(values()).filter(doubt -> doubt.on(words.fr(), words.en())).toList();
    }

    private boolean on(String fr, String en) {
        return switch (this) {
            case IDENTICAL -> fr.equals(en) && LOWER_CASE_WORD.matcher(fr).find();
            case PLACEHOLDERS -> !all(PLACEHOLDER, fr).equals(all(PLACEHOLDER, en));
            case FIGURES -> !all(FIGURE, plainFrench(fr)).equals(all(FIGURE, plainEnglish(en)));
            case MONTHS -> !months(fr, MONTHS_IN_FRENCH).equals(months(en, MONTHS_IN_ENGLISH));
        };
    }

    /// "1 485,50" as "1485.50".
    private static String plainFrench(String words) {
        return words.replaceAll("(?<=\\d)[\\s\u00a0\u202f](?=\\d{3}(?!\\d))", "")
                .replaceAll("(?<=\\d),(?=\\d)", ".");
    }

    /// "1,485.50" as "1485.50".
    private static String plainEnglish(String words) {
        return words.replaceAll("(?<=\\d)[,\\s\u00a0\u202f](?=\\d{3}(?!\\d))", "");
    }

    private static Set<String> all(Pattern wanted, String words) {
        return wanted.matcher(words)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Integer> months(String words, List<String> names) {
        return all(IN_A_DATE, words.toLowerCase(Locale.ROOT)).stream()
                .map(names::indexOf)
                .filter(month -> month >= 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
