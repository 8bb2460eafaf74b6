package fr.gouv.workinfrance.procedure;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Reads texts and names as people type them.
final class TypedText {
    /// Control characters and the marks that reverse the direction of what follows: they serve only
    /// to make a text read as something else. Letters written from right to left need none of them.
    private static final Pattern INVISIBLE =
            Pattern.compile(
                    "[\\p{Cc}\\u200B\\u2060\\uFEFF\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|\\n|\\u2028|\\u2029");

    /// Letters of any script with their marks; joiners, which Persian, Hindi and others need;
    /// spaces, hyphens, dots, and the signs that stand for an apostrophe or an ʻokina.
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{M}\\u200C\\u200D '’ʼʻ‘ʿʾ`´.·\\-‐‑,]+");

    /// The scripts in which an official document can be written; every travel document gives the
    /// name in the first of them (ICAO 9303).
    private static final Pattern PRINTED =
            Pattern.compile(
                    "[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsArabic}\\p{IsDevanagari}"
                            + "\\p{IsCommon}\\p{IsInherited}]+");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final int NAME_MAX = 100;

    private TypedText() {}

    static String clean(String typed) {
        String composed = Normalizer.normalize(typed, Normalizer.Form.NFC);
        String oneLine = SPACES.matcher(composed).replaceAll(" ");
        return INVISIBLE.matcher(oneLine).replaceAll("").strip();
    }

    static Parsed line(String typed, int max) {
        return measured(clean(typed), max);
    }

    static Parsed lines(String typed, int max) {
        String text =
                LINE_END.splitAsStream(typed)
                        .map(TypedText::clean)
                        .reduce((above, below) -> above + "\n" + below)
                        .orElse("")
                        .strip();
        return measured(text, max);
    }

    private static Parsed measured(String text, int max) {
        if (text.isEmpty()) {
            return Parsed.BLANK;
        }
        int length = text.codePointCount(0, text.length());
        return length > max
                ? Parsed.Wrong.of("tooLong", max, length)
                : new Parsed.Value(text, text);
    }

    static Parsed personName(String typed) {
        String name = clean(typed);
        if (name.isEmpty()) {
            return Parsed.BLANK;
        }
        if (!NAME.matcher(name).matches() || !LETTER.matcher(name).find()) {
            return Parsed.Wrong.of("name");
        }
        if (!PRINTED.matcher(name).matches()) {
            return Parsed.Wrong.of("nameScript");
        }
        return measured(name, NAME_MAX);
    }
}
