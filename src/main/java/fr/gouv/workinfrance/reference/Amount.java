package fr.gouv.workinfrance.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/// So much for a period: euros or hours, exactly. Two amounts are equal when they are the same
/// number for the same period, `35` and `35.0` included.
///
/// @param value zero or more
public record Amount(BigDecimal value, Per per) {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2007\\u2009\\u202f’']");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,6})?");
    private static final Pattern FRENCH_GROUPS =
            Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{3})+(?:,[0-9]+|(?<=\\.[0-9]{3}\\.[0-9]{3}))");
    private static final Pattern ENGLISH_GROUPS =
            Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+|(?<=,[0-9]{3},[0-9]{3}))");
    private static final Pattern AMBIGUOUS = Pattern.compile("[1-9][0-9]{0,2}[.,][0-9]{3}");
    private static final Pattern UNITS = Pattern.compile("(?i)(?:€|euros?|eur|h|heures?|hours?)$");
    private static final BigDecimal MINUTES_IN_AN_HOUR = BigDecimal.valueOf(60);
    private static final int HOURS_SCALE = 4;
    private static final MathContext EXACT_ENOUGH = new MathContext(20, RoundingMode.HALF_UP);

    /// Refuses less than nothing, and forgets the zeros that say nothing.
    public Amount {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("an amount is never negative");
        }
        BigDecimal bare = value.stripTrailingZeros();
        value = bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    /// Reads a number as people type it: `1 485,50` with whatever space, `1485.5`, `1.485,50`,
    /// `1,485.50`, with or without a euro sign or an h at the end.
    ///
    /// @return empty when it is no number, is negative, has more than twelve figures before its
    ///   mark or six after, or can be read in two ways: `1.485` is one thousand and more for some,
    ///   one and a half for others, and a wage is not to be guessed
    public static Optional<Amount> parse(String typed, Per per) {
        String text = UNITS.matcher(SPACES.matcher(typed).replaceAll("")).replaceAll("");
        if (FRENCH_GROUPS.matcher(text).matches()) {
            text = text.replace(".", "");
        } else if (ENGLISH_GROUPS.matcher(text).matches()) {
            text = text.replace(",", "");
        } else if (AMBIGUOUS.matcher(text).matches()) {
            return Optional.empty();
        }
        String plain = text.replace(',', '.');
        return NUMBER.matcher(plain).matches()
                ? Optional.of(new Amount(new BigDecimal(plain), per))
                : Optional.empty();
    }

    /// Hours counted in minutes: 17 h 20 is 17.3333 hours, which [#minutes] counts again as 17 h
    /// 20.
    public static Amount ofMinutes(long minutes, Per per) {
        return new Amount(
                BigDecimal.valueOf(minutes)
                        .divide(MINUTES_IN_AN_HOUR, HOURS_SCALE, RoundingMode.HALF_UP),
                per);
    }

    /// Hours, in whole minutes.
    public long minutes() {
        return value.multiply(MINUTES_IN_AN_HOUR)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /// The same for another period, by the year: 35 hours a week are 1820 a year, and 151.67 a
    /// month.
    ///
    /// @param scale how many figures to keep after the mark, the last one rounded half up
    /// @throws IllegalArgumentException when a year has no fixed number of one of the periods
    public Amount to(Per other, int scale) {
        if (other == per) {
            return new Amount(value.setScale(scale, RoundingMode.HALF_UP), per);
        }
        BigDecimal yearly = value.multiply(per.inAYear());
        return new Amount(
                yearly.divide(other.inAYear(), EXACT_ENOUGH).setScale(scale, RoundingMode.HALF_UP),
                other);
    }

    /// Hours as documents write them: "35 h", or "17 h 20" when it is not a whole number of them.
    public String written() {
        long hour = MINUTES_IN_AN_HOUR.longValueExact();
        long rest = minutes() % hour;
        return rest == 0 ? minutes() / hour + " h" : "%d h %02d".formatted(minutes() / hour, rest);
    }
}
