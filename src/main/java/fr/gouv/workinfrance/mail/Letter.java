package fr.gouv.workinfrance.mail;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// A message to one person.
///
/// @param key stable name of this letter: posting the same key twice sends once. It is kept in the
///   journal, so that it holds no personal data
/// @param to one e-mail address, without a display name
/// @param language of the template's words
/// @param template name under `src/main/jte/mail/`, without its ending
/// @param model what the template needs, by parameter name
/// @param until after which the letter is of no use and is given up rather than sent late, if any
/// @param enclosures the files that go with it, [Enclosure#MOST] bytes at most in all
public record Letter(
        String key,
        String to,
        Locale language,
        String template,
        Map<String, Object> model,
        @Nullable Instant until,
        List<Enclosure> enclosures) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:/-]{1,200}");
    private static final Pattern TEMPLATE = Pattern.compile("[a-z][a-z0-9-]{0,60}");
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[^\\p{Cntrl}\\s<>()\\[\\],;:\\\\\"@]{1,64}@[^\\p{Cntrl}\\s<>()\\[\\],;:\\\\\"@]{1,250}");

    /// Refuses what could not be sent safely.
    ///
    /// @throws IllegalArgumentException when a part could not be sent safely, for instance an
    ///   address with a line break, which would let its author write headers
    public Letter {
        require(KEY.matcher(key).matches(), "key");
        require(TEMPLATE.matcher(template).matches(), "template");
        require(ADDRESS.matcher(to).matches(), "address");
        model = Map.copyOf(model);
        enclosures = List.copyOf(enclosures);
        require(enclosures.stream().mapToLong(Enclosure::size).sum() <= Enclosure.MOST, "weight");
    }

    /// A letter that is of no use after a time.
    public Letter(
            String key,
            String to,
            Locale language,
            String template,
            Map<String, Object> model,
            @Nullable Instant until) {
        this(key, to, language, template, model, until, List.of());
    }

    /// A letter that is worth sending however late.
    public Letter(
            String key, String to, Locale language, String template, Map<String, Object> model) {
        this(key, to, language, template, model, null);
    }

    /// The same letter, with these files.
    public Letter enclosing(List<Enclosure> files) {
        return new Letter(key, to, language, template, model, until, files);
    }

    /// Says which letter it is, and neither to whom nor what it says.
    @Override
    public String toString() {
        return "Letter[" + key + ", " + template + "]";
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("a letter cannot have this " + what);
        }
    }
}
