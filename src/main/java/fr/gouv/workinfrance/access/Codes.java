package fr.gouv.workinfrance.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;

/// Draws what must not be guessed.
final class Codes {

    /// Neither 0 and O, nor 1, I and L: they are mistaken for one another when read aloud.
    private static final String READABLE = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Codes() {}

    /// Six digits, typed within minutes by whoever reads the mail.
    static String digits() {
        return String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
    }

    /// Eight readable characters in two groups, some 39 bits, dictated over the telephone.
    static String readable() {
        var drawn =
                RANDOM.ints(8, 0, READABLE.length())
                        .mapToObj(i -> READABLE.substring(i, i + 1))
                        .collect(Collectors.joining());
        return drawn.substring(0, 4) + "-" + drawn.substring(4);
    }

    /// 256 bits, for an address that nobody types.
    static String token() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// What was typed, without the spaces, hyphens and small letters that do not matter.
    static String typed(String code) {
        return code.replaceAll("[\\s\\p{Z}\\p{Pd}]", "").toUpperCase(Locale.ROOT);
    }
}
