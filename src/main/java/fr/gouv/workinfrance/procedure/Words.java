package fr.gouv.workinfrance.procedure;

import java.util.Locale;

/// What a person reads, in both languages. French binds; English helps.
///
/// @param fr the French words, never blank
/// @param en the English words, never blank
public record Words(String fr, String en) {
    /// The words in the reader's language: English when he reads English, French in all other
    /// cases.
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : fr;
    }
}
