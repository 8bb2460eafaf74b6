package fr.gouv.workinfrance.reference;

import java.util.Optional;
import java.util.regex.Pattern;

/// The number of a company, or of any other legal person: nine digits that pass Luhn's check.
///
/// @param value nine digits that pass the check
public record Siren(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{9}");
    private static final Pattern SPACING = Pattern.compile("[\\s\\u00a0\\u2007\\u202f.\\-]");
    private static final String NOBODY = "000000000";

    /// Refuses a number that does not pass the check.
    public Siren {
        if (!valid(value)) {
            throw new IllegalArgumentException("not a SIREN");
        }
    }

    /// Reads a number as people type it, with spaces, dots or hyphens between groups.
    ///
    /// @return empty when it does not have nine digits, or does not pass the check
    public static Optional<Siren> parse(String typed) {
        String digits = SPACING.matcher(typed).replaceAll("");
        return valid(digits) ? Optional.of(new Siren(digits)) : Optional.empty();
    }

    /// `356 000 000`, with spaces that do not break.
    public String pretty() {
        return String.join(
                "\u00a0", value.substring(0, 3), value.substring(3, 6), value.substring(6));
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean valid(String digits) {
        return SHAPE.matcher(digits).matches() && luhn(digits) && !digits.equals(NOBODY);
    }

    /// Luhn's check, of a text of digits alone.
    static boolean luhn(String digits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            int weighed = fromRight % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
