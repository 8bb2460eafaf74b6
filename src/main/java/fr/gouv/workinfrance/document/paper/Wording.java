package fr.gouv.workinfrance.document.paper;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of a text and those of a name, made alike: without accents, case, order or
/// punctuation.
final class Wording {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}'’\\-]+");
    private static final Pattern WITHIN_WORDS = Pattern.compile("['’\\-]+");

    private Wording() {}

    /// The words of a text; a compound name counts both as one word and as several.
    static Set<String> of(String text) {
        Set<String> words = new HashSet<>();
        BETWEEN_WORDS.splitAsStream(text).forEach(word -> add(words, word));
        Mrz.names(text).forEach(word -> add(words, word));
        return words;
    }

    private static void add(Set<String> words, String typed) {
        String whole = plain(WITHIN_WORDS.matcher(typed).replaceAll(""));
        if (whole.length() > 1) {
            words.add(whole);
        }
        WITHIN_WORDS
                .splitAsStream(typed)
                .map(Wording::plain)
                .filter(part -> part.length() > 1)
                .forEach(words::add);
    }

    /// Whether a name is among words: each of its own is there, or it is there in one word, or as
    /// passports spell it (Müller is MUELLER there).
    static boolean names(String name, Predicate<String> known) {
        return Stream.of(plain(WITHIN_WORDS.matcher(name).replaceAll(" ")), icao(name))
                .anyMatch(spelt -> among(spelt, known));
    }

    private static boolean among(String spelt, Predicate<String> known) {
        List<String> all =
                BETWEEN_WORDS.splitAsStream(spelt).filter(part -> !part.isEmpty()).toList();
        List<String> parts = all.stream().filter(part -> part.length() > 1).toList();
        return parts.isEmpty()
                || parts.stream().allMatch(known)
                || known.test(String.join("", all));
    }

    private static String icao(String name) {
        String lower = WITHIN_WORDS.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
        return plain(
                lower.replace("ä", "ae")
                        .replace("ö", "oe")
                        .replace("ø", "oe")
                        .replace("ü", "ue")
                        .replace("å", "aa"));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i");
    }

    /// No more than so many, the same ones every time.
    static Set<String> some(Set<String> words, int most) {
        return words.stream()
                .sorted()
                .limit(most)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
