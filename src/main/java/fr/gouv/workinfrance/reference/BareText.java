package fr.gouv.workinfrance.reference;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A text without what people leave out when they type: capitals, accents, hyphens, apostrophes.
/// `L’Haÿ-les-Roses` and `L HAY LES ROSES` are one.
public final class BareText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private BareText() {}

    /// Small letters and figures, with single spaces between the words.
    public static String of(String text) {
        String letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN.matcher(letters.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip()
                .replace("œ", "oe")
                .replace("æ", "ae");
    }
}
