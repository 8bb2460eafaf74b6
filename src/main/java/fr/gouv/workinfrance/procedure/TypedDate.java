package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.calendar.WrittenDate;
import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.reference.PartialDate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads dates as people type them, day first, and shows them in words.
final class TypedDate {
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2}) ?[/.\\- ] ?(\\d{1,2}) ?[/.\\- ] ?(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private TypedDate() {}

    static Parsed day(String typed, Locale locale) {
        String text = TypedText.clean(typed);
        if (text.isEmpty()) {
            return Parsed.BLANK;
        }
        Optional<LocalDate> read;
        try {
            read = read(text);
        } catch (DateTimeException _) {
            return Parsed.Wrong.of("noSuchDay");
        }
        if (read.isEmpty()) {
            return Parsed.Wrong.of("date");
        }
        LocalDate day = read.get();
        return day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR
                ? Parsed.Wrong.of("year", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR))
                : new Parsed.Value(day.toString(), WrittenDate.of(day, locale));
    }

    private static Optional<LocalDate> read(String text) {
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return Optional.of(of(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1)));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        return yearFirst.matches()
                ? Optional.of(of(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3)))
                : PartialDate.parse(text).filter(PartialDate::complete).map(PartialDate::earliest);
    }

    private static LocalDate of(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    static String display(Object canonical, Locale locale) {
        return WrittenDate.of(LocalDate.parse(canonical.toString()), locale);
    }

    static Parsed partial(String typed, Locale locale) {
        String text = TypedText.clean(typed);
        if (text.isEmpty()) {
            return Parsed.BLANK;
        }
        return PartialDate.parse(text)
                .filter(date -> date.year() >= FIRST_YEAR && date.year() <= LAST_YEAR)
                .<Parsed>map(date -> new Parsed.Value(date.iso(), words(date, locale)))
                .orElseGet(() -> Parsed.Wrong.of("partialDate"));
    }

    static String displayPartial(Object canonical, Locale locale) {
        return PartialDate.parse(canonical.toString())
                .map(date -> words(date, locale))
                .orElseGet(canonical::toString);
    }

    private static String words(PartialDate date, Locale locale) {
        Integer month = date.month();
        Integer day = date.day();
        if (month == null) {
            return String.valueOf(date.year());
        }
        return day == null
                ? Language.of(locale).written(YearMonth.of(date.year(), month))
                : WrittenDate.of(LocalDate.of(date.year(), month, day), locale);
    }
}
