package fr.gouv.workinfrance.procedure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A message that the office often writes, with the places where each request has its own words.
///
/// @param id unique in the catalogue
/// @param title by which a caseworker chooses it
/// @param words with variables, as `{reference}`
public record Template(String id, Words title, Words words) {

    /// What stands between braces: a variable, or a mistake.
    public static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    /// What is left of a place for which a request has no words: the caseworker fills it.
    public static final String BLANK = "[…]";

    /// What each request has its own words for.
    public enum Variable {
        REFERENCE("reference"),
        WORKER("worker"),
        EMPLOYER("employer"),
        OFFICE("office"),
        /// The day on which the request was deposited.
        DEPOSIT("deposit"),
        /// The day on which the legal time limit passes.
        LEGAL_LIMIT("legalLimit");

        private final String name;

        Variable(String name) {
            this.name = name;
        }

        /// The variable that is written so between braces.
        public static Optional<Variable> of(String name) {
            return Arrays.stream(values()).filter(one -> one.name.equals(name)).findFirst();
        }
    }

    /// The words in a language, with those of a request.
    public String filled(Locale locale, Map<Variable, String> own) {
        return PLACE.matcher(words.in(locale))
                .replaceAll(place -> Matcher.quoteReplacement(own(place, own)));
    }

    private static String own(MatchResult place, Map<Variable, String> own) {
        return Variable.of(place.group(1)).map(own::get).orElse(BLANK);
    }
}
