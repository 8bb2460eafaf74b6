package fr.gouv.workinfrance.deed;

import gg.jte.support.LocalizationSupport;

import org.springframework.context.MessageSource;

import java.util.Locale;

/// The paper that a template of `deed/` is written on: its title, its language, whose name stands
/// at its head, and the words of that language. Each template declares it as `@param Sheet sheet`;
/// [Deeds#render] gives it.
///
/// @param title of the document, as shown by a PDF reader
/// @param state whether the State's brand may be shown
public record Sheet(String title, Locale language, boolean state, Seal seal, MessageSource words)
        implements LocalizationSupport {

    /// The words for a key of `messages_<language>.properties`; in a template,
    /// `${sheet.localize("deed.…", value)}` puts values in and escapes them.
    @Override
    public String lookup(String key) {
        return words.getMessage(key, null, language);
    }
}
