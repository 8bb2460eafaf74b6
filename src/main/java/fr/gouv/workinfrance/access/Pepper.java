package fr.gouv.workinfrance.access;

import org.springframework.stereotype.Component;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Authenticates short secrets (HMAC-SHA-256), so that who reads the tables can neither guess a
/// code nor learn an address from a limit.
@Component
final class Pepper {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String DEMO = "demo:";

    private final SecretKeySpec key;

    Pepper(AccessSettings settings) {
        this.key = new SecretKeySpec(bytes(settings.pepper()), ALGORITHM);
    }

    /// Authenticates these parts, for one purpose.
    ///
    /// @param purpose keeps what is made for one use from serving another
    /// @return in hexadecimal
    String mac(String purpose, String... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            update(mac, purpose);
            for (var part : parts) {
                update(mac, part);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this machine has no " + ALGORITHM, e);
        }
    }

    /// Whether two results are the same, in a time that does not tell where they differ.
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static void update(Mac mac, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        // The length goes first: ("a", "bc") and ("ab", "c") must differ.
        mac.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        mac.update(bytes);
    }

    private static byte[] bytes(String pepper) {
        byte[] bytes;
        try {
            bytes =
                    Base64.getDecoder()
                            .decode(
                                    pepper.startsWith(DEMO)
                                            ? pepper.substring(DEMO.length())
                                            : pepper);
        } catch (IllegalArgumentException e) {
            // The decoder quotes what it could not read: its message must not reach a log.
            throw new IllegalStateException("wif.access.pepper must be in base64");
        }
        if (bytes.length < 32) {
            throw new IllegalStateException("wif.access.pepper must be of 32 bytes or more");
        }
        return bytes;
    }
}
