package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.language.Language;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// What a person reads, in every language. French binds; the others help.
///
/// @param fr the French words, never blank
/// @param en the English words, never blank
/// @param others the same in the languages of `catalogue/languages`; one that is not there is said
///   in French
public record Words(String fr, String en, Map<Language, String> others) {
    /// Keeps its own copy.
    public Words {
        others = Map.copyOf(others);
    }

    /// What no further language says.
    public Words(String fr, String en) {
        this(fr, en, Map.of());
    }

    /// The same, in one more language.
    public Words with(Language language, String said) {
        Map<Language, String> more = new EnumMap<>(Language.class);
        more.putAll(others);
        more.put(language, said);
        return new Words(fr, en, more);
    }

    /// The words in the reader's language; in French when it is none of ours.
    public String in(Locale locale) {
        return in(Language.of(locale));
    }

    /// The words in a language; in French when it lacks them.
    public String in(Language language) {
        return language == Language.ENGLISH ? en : others.getOrDefault(language, fr);
    }
}
