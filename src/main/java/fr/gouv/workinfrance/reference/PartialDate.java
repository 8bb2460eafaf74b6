package fr.gouv.workinfrance.reference;

import fr.gouv.workinfrance.language.Language;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date of birth as a passport gives it: some people know only the year, or the month, of theirs.
///
/// @param month 1 to 12, or nothing
/// @param day of a month that has it, or nothing; never without a month
public record PartialDate(int year, @Nullable Integer month, @Nullable Integer day) {

    private static final int FIRST_YEAR = 1900;

    private static final String SEPARATOR = "[ /.\\-]";
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?:(\\d{1,2}|xx)%1$s)?(\\d{1,2}|xx)%1$s(\\d{4})".formatted(SEPARATOR));
    private static final Pattern IN_WORDS =
            Pattern.compile(
                    "(?:(\\d{1,2})(?:er|st|nd|rd|th)?%1$s(?:de )?)?([a-z]+)\\.?%1$s(?:de )?(\\d{4})"
                            .formatted(SEPARATOR));
    private static final Pattern ENGLISH_WORDS =
            Pattern.compile("([a-z]+)\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");
    private static final Map<String, Integer> MONTHS = months();

    /// Refuses a day without a month, and a date that no calendar has.
    public PartialDate {
        if (year < 1 || year > 9999 || (month == null && day != null)) {
            throw new IllegalArgumentException("not a partial date");
        }
        try {
            if (month != null) {
                YearMonth of = YearMonth.of(year, month);
                if (day != null && !of.isValidDay(day)) {
                    throw new IllegalArgumentException("no such day");
                }
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such month", e);
        }
    }

    /// A day that is known.
    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /// Reads `12/03/1998`, `12 mars 1998`, `March 12, 1998`, `12 de marzo de 1998`, `1998-03-12`,
    /// and what is less: `03/1998`, `mars 1998`, `1998-03-00`, `00/00/1998`, `xx/xx/1998`, `1998`.
    /// The day comes first: an American date in figures is read as a French one.
    ///
    /// @return empty when it is none of these, or no calendar has it
    public static Optional<PartialDate> parse(String typed) {
        String text = plain(typed);
        try {
            Matcher iso = ISO.matcher(text);
            if (iso.matches()) {
                return Optional.of(of(iso.group(1), part(iso.group(2)), part(iso.group(3))));
            }
            Matcher dayFirst = DAY_FIRST.matcher(text);
            if (dayFirst.matches()) {
                return Optional.of(
                        of(dayFirst.group(3), part(dayFirst.group(2)), part(dayFirst.group(1))));
            }
            Matcher words = IN_WORDS.matcher(text);
            if (words.matches() && MONTHS.containsKey(words.group(2))) {
                return Optional.of(
                        of(words.group(3), MONTHS.get(words.group(2)), part(words.group(1))));
            }
            Matcher english = ENGLISH_WORDS.matcher(text);
            if (english.matches() && MONTHS.containsKey(english.group(1))) {
                return Optional.of(
                        of(english.group(3), MONTHS.get(english.group(1)), part(english.group(2))));
            }
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /// `1998-03-12`, `1998-03-00` or `1998-00-00`, which [#parse] reads.
    public String iso() {
        return "%04d-%02d-%02d".formatted(year, month == null ? 0 : month, day == null ? 0 : day);
    }

    /// Whether the day is known.
    public boolean complete() {
        return day != null;
    }

    /// The first day that it can be.
    public LocalDate earliest() {
        return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    /// The last day that it can be.
    public LocalDate latest() {
        YearMonth end = YearMonth.of(year, month == null ? 12 : month);
        return day == null ? end.atEndOfMonth() : end.atDay(day);
    }

    /// Whether it is after a day whatever the missing parts are.
    public boolean surelyAfter(LocalDate other) {
        return earliest().isAfter(other);
    }

    /// Whether it is before a day whatever the missing parts are.
    public boolean surelyBefore(LocalDate other) {
        return latest().isBefore(other);
    }

    /// Whether someone living today can have been born then: not before 1900, not after today.
    public boolean plausibleBirth(LocalDate today) {
        return year >= FIRST_YEAR && !surelyAfter(today);
    }

    @Override
    public String toString() {
        return iso();
    }

    private static PartialDate of(String year, @Nullable Integer month, @Nullable Integer day) {
        return new PartialDate(Integer.parseInt(year), month, day);
    }

    private static @Nullable Integer part(@Nullable String digits) {
        if (digits == null || digits.equals("xx") || Integer.parseInt(digits) == 0) {
            return null;
        }
        return Integer.valueOf(digits);
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([/.\\-]) ?", "$1");
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (Language language : Language.values()) {
            for (Month month : Month.values()) {
                for (TextStyle style : new TextStyle[] {TextStyle.FULL, TextStyle.SHORT}) {
                    String name =
                            plain(month.getDisplayName(style, language.locale())).replace(".", "");
                    months.put(name, month.getValue());
                }
            }
        }
        return Map.copyOf(months);
    }
}
