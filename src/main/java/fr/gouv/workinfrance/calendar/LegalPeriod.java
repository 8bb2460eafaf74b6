package fr.gouv.workinfrance.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A length of time as a text of law gives it: so many units, and which.
///
/// @param amount at least 1
public record LegalPeriod(int amount, Unit unit) {

    private static final Pattern WRITTEN = Pattern.compile("P?([1-9]\\d{0,3}) *([\\p{L} _]+)");

    /// What a text of law counts in.
    public enum Unit {
        /// From date to date.
        MONTHS("months", "months?|m"),
        /// Every day.
        CALENDAR_DAYS("calendar_days", "calendar_days?|d"),
        /// Every day but Sundays and public holidays.
        JOURS_OUVRABLES("jours_ouvrables", "jours?_ouvrables?"),
        /// Monday to Friday but public holidays.
        JOURS_OUVRES("jours_ouvres", "jours?_ouvres?");

        private final String word;
        private final String spellings;

        Unit(String word, String spellings) {
            this.word = word;
            this.spellings = spellings;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /// Refuses a period of nothing.
    public LegalPeriod {
        if (amount < 1) {
            throw new IllegalArgumentException("a legal period is of 1 or more, not " + amount);
        }
    }

    /// Reads `2 months`, `1 month`, `15 calendar_days`, `2 jours_ouvrables`, `10 jours ouvrés`, and
    /// `P2M` or `P15D`.
    ///
    /// @throws IllegalArgumentException which says what can be written
    public static LegalPeriod parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (written.matches()) {
            String unit = plain(written.group(2));
            for (Unit candidate : Unit.values()) {
                if (unit.matches(candidate.spellings)) {
                    return new LegalPeriod(Integer.parseInt(written.group(1)), candidate);
                }
            }
        }
        throw new IllegalArgumentException(
                "“%s” is not a legal period: a number, then one of %s"
                        .formatted(
                                text,
                                Arrays.stream(Unit.values())
                                        .map(Unit::toString)
                                        .collect(Collectors.joining(", "))));
    }

    private static String plain(String unit) {
        return unit.toLowerCase(Locale.ROOT).replace('é', 'e').replaceAll("[ _]+", "_");
    }

    /// The text that [#parse] reads.
    @Override
    public String toString() {
        return amount + " " + unit;
    }
}
