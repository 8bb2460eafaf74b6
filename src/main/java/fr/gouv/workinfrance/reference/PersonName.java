package fr.gouv.workinfrance.reference;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// What someone is called, in whatever script. Some people have a single name: it is their family
/// name here, as in the machine-readable zone of their passport.
///
/// Kept in NFC, with single spaces, so that two ways of typing one name are one name.
///
/// @param given the given names, or nothing
/// @param family the family name, or the only one
public record PersonName(@Nullable String given, String family) {

    /// How long either part may be, in characters.
    public static final int LONGEST = 200;

    /// Control characters; those that turn the direction of a line, with which a name can be made
    /// to read as another; private, unassigned and broken ones; line and paragraph separators.
    private static final Pattern REFUSED =
            Pattern.compile(
                    "[\\p{Cc}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}"
                            + "\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\u00ad"
                            + "\\x{e0000}-\\x{e007f}]");

    private static final Pattern SPACES = Pattern.compile("\\p{Z}+");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    /// Refuses what [#part] does not give back as it is.
    public PersonName {
        if (!part(family).equals(Optional.of(family))
                || (given != null && !part(given).equals(Optional.of(given)))) {
            throw new IllegalArgumentException("not a name as it is kept");
        }
    }

    /// Reads a name as it is typed.
    ///
    /// @param given empty for someone with a single name
    /// @return empty when a part has no letter, is too long, or holds a character that is refused
    public static Optional<PersonName> parse(String given, String family) {
        Optional<String> last = part(family);
        if (given.isBlank()) {
            return last.map(only -> new PersonName(null, only));
        }
        return last.flatMap(name -> part(given).map(first -> new PersonName(first, name)));
    }

    /// One part of a name, as it is kept. Zero-width joiners stay: Persian and Indian scripts need
    /// them.
    public static Optional<String> part(String typed) {
        String name =
                SPACES.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC))
                        .replaceAll(" ")
                        .strip();
        return name.length() <= LONGEST
                        && LETTER.matcher(name).find()
                        && !REFUSED.matcher(typed).find()
                ? Optional.of(name)
                : Optional.empty();
    }

    /// Given names, then the family name.
    public String full() {
        return given == null ? family : given + " " + family;
    }

    @Override
    public String toString() {
        return full();
    }
}
