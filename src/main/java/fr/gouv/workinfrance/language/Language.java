package fr.gouv.workinfrance.language;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A language in which people are spoken to. French binds; the others help. **A new language is a
/// new line here**, its `messages_<code>.properties`, its `catalogue/languages/<code>.yaml` and its
/// `reference/countries_<code>.csv`.
public enum Language {
    FRENCH("fr", "Français", "d MMMM uuuu", " à "),
    ENGLISH("en", "English", "d MMMM uuuu", " at "),
    SPANISH("es", "Español", "d 'de' MMMM 'de' uuuu", " a las ");

    private static final List<String> RIGHT_TO_LEFT = List.of("ar", "fa", "he", "ps", "ur");

    private final String code;
    private final String endonym;
    private final String day;
    private final String at;

    Language(String code, String endonym, String day, String at) {
        this.code = code;
        this.endonym = endonym;
        this.day = day;
        this.at = at;
    }

    /// The one of a code, `es`; nothing when nobody is spoken to in it.
    public static Optional<Language> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /// The one of a locale; French when it is no other, for French binds.
    public static Language of(Locale locale) {
        return of(locale.getLanguage()).orElse(FRENCH);
    }

    /// Two letters of ISO 639, in lower case.
    public String code() {
        return code;
    }

    /// What those who speak it call it.
    public String endonym() {
        return endonym;
    }

    /// `ES`, as the design system shows it beside its name.
    public String label() {
        return code.toUpperCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.of(code);
    }

    /// Before the path of each page that is in it: `/es`, and nothing for French.
    public String prefix() {
        return this == FRENCH ? "" : "/" + code;
    }

    /// `ltr` or `rtl`, for the attribute of that name.
    public String direction() {
        return RIGHT_TO_LEFT.contains(code) ? "rtl" : "ltr";
    }

    /// "23 novembre 2026", "1er septembre 2027", "23 de noviembre de 2026".
    public String written(LocalDate on) {
        String words = DateTimeFormatter.ofPattern(day, locale()).format(on);
        return this == FRENCH && on.getDayOfMonth() == 1 ? "1er" + words.substring(1) : words;
    }

    /// "novembre 2026", "noviembre de 2026".
    public String written(YearMonth month) {
        return DateTimeFormatter.ofPattern(day.substring(day.indexOf('M')), locale()).format(month);
    }

    /// What follows a day: " à 14:05".
    public String written(LocalTime time) {
        return at + DateTimeFormatter.ofPattern("HH:mm", locale()).format(time);
    }
}
