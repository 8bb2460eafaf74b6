package fr.gouv.workinfrance.document.paper;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes fingerprints under a key (HMAC-SHA-256): who reads the tables without the key can try no
/// name and no file against them.
public final class Fingerprint {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /// @param key of 32 bytes
    public Fingerprint(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// Of a word of a document.
    public long word(String word) {
        return ByteBuffer.wrap(mac("word", word)).getLong();
    }

    /// Of a file, sent by someone.
    ///
    /// @param sha256 of the file
    public byte[] file(String person, String sha256) {
        return mac("file", person, sha256);
    }

    private byte[] mac(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // The length goes first: ("a", "bc") and ("ab", "c") must differ.
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this machine has no " + ALGORITHM, e);
        }
    }
}
