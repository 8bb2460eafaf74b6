package fr.gouv.workinfrance.mail;

import fr.gouv.workinfrance.calendar.WrittenDate;
import fr.gouv.workinfrance.language.Language;

import org.springframework.context.MessageSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/// The words of one language, as a template of `mail/` asks for them.
public final class Wording {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final MessageSource messages;
    private final Locale language;
    private final String baseUrl;

    Wording(MessageSource messages, Locale language, String baseUrl) {
        this.messages = messages;
        this.language = language;
        this.baseUrl = baseUrl;
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
        return WrittenDate.of(day, language);
    }

    /// A moment in Paris, "23 novembre 2026 à 14:05".
    public String moment(Instant moment) {
        return WrittenDate.of(moment.atZone(PARIS), language);
    }

    /// The same in the language that binds.
    public String inFrench(String key) {
        return messages.getMessage(key, null, Language.FRENCH.locale());
    }

    /// `ltr` or `rtl`, for the `dir` attribute.
    public String direction() {
        return Language.of(language).direction();
    }

    /// The address of a page of the service, in this language.
    public String page(String path) {
        return baseUrl + Language.of(language).prefix() + path;
    }

    /// The language's code, for the `lang` attribute.
    public String language() {
        return language.getLanguage();
    }
}
