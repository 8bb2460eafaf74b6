package fr.gouv.workinfrance.calendar;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A date as people write it: the first of a month is "1er septembre" in French.
public final class WrittenDate {

    private WrittenDate() {}

    /// "23 novembre 2026", "1er septembre 2027".
    public static String of(LocalDate day, Locale language) {
        String words = DateTimeFormatter.ofPattern("d MMMM uuuu", language).format(day);
        return day.getDayOfMonth() == 1 && !english(language) ? "1er" + words.substring(1) : words;
    }

    /// "23 novembre 2026 à 14:05", in the zone of the moment.
    public static String of(ZonedDateTime moment, Locale language) {
        return of(moment.toLocalDate(), language)
                + (english(language) ? " at " : " à ")
                + DateTimeFormatter.ofPattern("HH:mm", language).format(moment);
    }

    private static boolean english(Locale language) {
        return Locale.ENGLISH.getLanguage().equals(language.getLanguage());
    }
}
