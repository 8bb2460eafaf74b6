package fr.gouv.workinfrance.reference;

import java.util.Optional;
import java.util.regex.Pattern;

/// The number of an establishment: nine digits of its company (SIREN), five of its own.
///
/// Both the nine and the fourteen digits pass Luhn's check. La Poste has more establishments than
/// the check leaves numbers: theirs may have instead a sum of digits that five divides.
///
/// @param value fourteen digits that pass the check
public record Siret(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{14}");
    private static final Pattern SPACING = Pattern.compile("[\\s\\u00a0\\u2007\\u202f.\\-]");
    private static final String LA_POSTE = "356000000";
    private static final int SIREN_LENGTH = 9;

    /// Refuses a number that does not pass the check.
    public Siret {
        if (!valid(value)) {
            throw new IllegalArgumentException("not a SIRET");
        }
    }

    /// Reads a number as people type it, with spaces, dots or hyphens between groups.
    ///
    /// @return empty when it does not have fourteen digits, or does not pass the check
    public static Optional<Siret> parse(String typed) {
        String digits = SPACING.matcher(typed).replaceAll("");
        return valid(digits) ? Optional.of(new Siret(digits)) : Optional.empty();
    }

    /// The number of the company.
    public String siren() {
        return value.substring(0, SIREN_LENGTH);
    }

    /// `356 000 000 00048`, with spaces that do not break.
    public String pretty() {
        return String.join(
                "\u00a0",
                value.substring(0, 3),
                value.substring(3, 6),
                value.substring(6, 9),
                value.substring(9));
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean valid(String digits) {
        return SHAPE.matcher(digits).matches()
                && Siren.luhn(digits.substring(0, SIREN_LENGTH))
                && (Siren.luhn(digits) || (digits.startsWith(LA_POSTE) && sum(digits) % 5 == 0))
                && !digits.startsWith("000000000");
    }

    private static int sum(String digits) {
        return digits.chars().map(c -> c - '0').sum();
    }
}
