package fr.gouv.workinfrance.calendar;

import fr.gouv.workinfrance.language.Language;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;

/// A date as people write it: the first of a month is "1er septembre" in French.
public final class WrittenDate {

    private WrittenDate() {}

    /// "23 novembre 2026", "1er septembre 2027", "23 de noviembre de 2026".
    public static String of(LocalDate day, Locale language) {
        return Language.of(language).written(day);
    }

    /// "23 novembre 2026 à 14:05", in the zone of the moment.
    public static String of(ZonedDateTime moment, Locale language) {
        return of(moment.toLocalDate(), language)
                + Language.of(language).written(moment.toLocalTime());
    }
}
