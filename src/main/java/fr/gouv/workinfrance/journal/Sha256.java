package fr.gouv.workinfrance.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256, in hexadecimal.
record Sha256(String hex) {

    /// Before the first entry of a chain.
    static final Sha256 NOTHING = new Sha256("0".repeat(64));

    static Sha256 of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Sha256 of(byte[] bytes) {
        try {
            return new Sha256(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
