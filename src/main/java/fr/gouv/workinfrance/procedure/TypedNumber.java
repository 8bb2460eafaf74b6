package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.reference.Siren;

import java.util.Locale;
import java.util.regex.Pattern;

/// Reads the numbers that administrations give: SIREN, AGDREF, passports, visas, titles.
final class TypedNumber {
    private static final Pattern SPACING = Pattern.compile("[ .\\-/]");
    private static final Pattern DOCUMENT = Pattern.compile("[A-Z0-9]{4,20}");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final Pattern FOREIGNER = Pattern.compile("[0-9]{9,10}");
    private static final int FOREIGNER_LENGTH = 10;

    private TypedNumber() {}

    static Parsed siren(String typed) {
        String text = TypedText.clean(typed);
        if (text.isEmpty()) {
            return Parsed.BLANK;
        }
        return Siren.parse(text)
                .<Parsed>map(siren -> new Parsed.Value(siren.value(), siren.pretty()))
                .orElseGet(() -> Parsed.Wrong.of("siren"));
    }

    static String displaySiren(String canonical) {
        return Siren.parse(canonical).map(Siren::pretty).orElse(canonical);
    }

    static Parsed foreigner(String typed) {
        return spelt(typed, FOREIGNER, Parsed.Wrong.of("foreignerNumber"));
    }

    /// A number of nine digits lost its first zero when it was printed.
    static String tenDigits(String number) {
        return "0".repeat(Math.max(0, FOREIGNER_LENGTH - number.length())) + number;
    }

    static Parsed passport(String typed) {
        return document(typed, Parsed.Wrong.of("passportNumber"));
    }

    static Parsed visa(String typed) {
        return document(typed, Parsed.Wrong.of("visaNumber"));
    }

    static Parsed title(String typed) {
        return spelt(typed, DOCUMENT, Parsed.Wrong.of("titleNumber"));
    }

    /// Every country has its own way to number passports, but none numbers them without a digit.
    private static Parsed document(String typed, Parsed wrong) {
        return spelt(typed, DOCUMENT, wrong) instanceof Parsed.Value(Object number, _)
                        && !DIGIT.matcher(number.toString()).find()
                ? wrong
                : spelt(typed, DOCUMENT, wrong);
    }

    private static Parsed spelt(String typed, Pattern shape, Parsed wrong) {
        String number =
                SPACING.matcher(TypedText.clean(typed).toUpperCase(Locale.ROOT)).replaceAll("");
        if (number.isEmpty()) {
            return Parsed.BLANK;
        }
        return shape.matcher(number).matches() ? new Parsed.Value(number, number) : wrong;
    }
}
