package fr.gouv.workinfrance.reference.online;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// What another service wrote, as we may show it: on one line, without what turns or hides text,
/// and no longer than we keep.
final class CleanText {

    static final int LONGEST = 200;

    private static final Pattern REFUSED =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final Pattern SPACES = Pattern.compile("\\p{Z}+");

    private CleanText() {}

    /// An empty text for none.
    static String of(@Nullable String told) {
        if (told == null) {
            return "";
        }
        // what is cut is cut first: cleaning is not to be made long
        String some = told.length() > 4 * LONGEST ? told.substring(0, 4 * LONGEST) : told;
        String clean =
                SPACES.matcher(
                                REFUSED.matcher(Normalizer.normalize(some, Normalizer.Form.NFC))
                                        .replaceAll(" "))
                        .replaceAll(" ")
                        .strip();
        return clean.codePointCount(0, clean.length()) <= LONGEST
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST)).strip();
    }

    /// What has that form; an empty text otherwise.
    static String of(@Nullable String told, Pattern form) {
        String clean = of(told);
        return form.matcher(clean).matches() ? clean : "";
    }
}
