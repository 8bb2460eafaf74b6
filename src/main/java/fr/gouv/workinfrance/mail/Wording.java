package fr.gouv.workinfrance.mail;

import org.springframework.context.MessageSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// The words of one language, as a template of `mail/` asks for them.
public final class Wording {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final MessageSource messages;
    private final Locale language;

    Wording(MessageSource messages, Locale language) {
        this.messages = messages;
        this.language = language;
    }

    /// The sentence kept under a key of `messages_<language>.properties`.
    ///
    /// @throws org.springframework.context.NoSuchMessageException when there is none: the letter is
    ///   not posted
    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    /// A day written out, "23 novembre 2026".
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(shown()).format(day);
    }

    /// A moment in Paris, "23 novembre 2026 à 14:05".
    public String moment(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(shown())
                .format(moment.atZone(PARIS));
    }

    /// The language's code, for the `lang` attribute.
    public String language() {
        return language.getLanguage();
    }

    private Locale shown() {
        return language.getLanguage().equals("en") ? Locale.UK : Locale.FRANCE;
    }
}
