package fr.gouv.workinfrance.dossier;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/// What people call a dossier, or an authorization, on paper and on the phone: three groups of four
/// characters without 0, O, 1 or I, as `K7QM-3XHD-9RTA`. Eleven are drawn at random (55 bits), so
/// that none can be guessed from another; the last is a check character (the hybrid system of ISO
/// 7064 on an alphabet of 32), so that a mistyped one is told as such.
public record Reference(String value) {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int SIZE = ALPHABET.length();
    private static final int DRAWN = 11;
    private static final SecureRandom RANDOM = new SecureRandom();

    public Reference {
        String bare = value.replace("-", "");
        if (!sound(bare) || !value.equals(grouped(bare))) {
            throw new IllegalArgumentException("not a reference");
        }
    }

    /// A new one; that nobody has it yet is for the database to say.
    public static Reference draw() {
        StringBuilder drawn = new StringBuilder(DRAWN + 1);
        for (int i = 0; i < DRAWN; i++) {
            drawn.append(ALPHABET.charAt(RANDOM.nextInt(SIZE)));
        }
        return new Reference(grouped(drawn.append(check(drawn)).toString()));
    }

    /// Reads what someone typed: case, spaces and dashes do not count. Empty when it cannot be a
    /// reference.
    public static Optional<Reference> read(String typed) {
        String bare = typed.replaceAll("[\\s\\-\\u2010-\\u2015]", "").toUpperCase(Locale.ROOT);
        return sound(bare) ? Optional.of(new Reference(grouped(bare))) : Optional.empty();
    }

    private static boolean sound(String bare) {
        return bare.length() == DRAWN + 1
                && bare.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && check(bare.substring(0, DRAWN)) == bare.charAt(DRAWN);
    }

    private static String grouped(String bare) {
        return bare.replaceAll("(.{4})(?=.)", "$1-");
    }

    private static char check(CharSequence drawn) {
        int sum = SIZE;
        for (int i = 0; i < drawn.length(); i++) {
            sum = (sum + ALPHABET.indexOf(drawn.charAt(i))) % SIZE;
            sum = (sum == 0 ? SIZE : sum) * 2 % (SIZE + 1);
        }
        return ALPHABET.charAt((SIZE + 1 - sum) % SIZE);
    }

    @Override
    public String toString() {
        return value;
    }
}
