package fr.gouv.workinfrance.mail;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;

import org.springframework.stereotype.Component;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/// Closes and opens letters that wait. The message's id is authenticated with them: one copied over
/// another's row does not open.
@Component
final class Envelope {

    private static final String DEMO = "demo:";

    private final Aead aead;

    Envelope(MailSettings settings) {
        this.aead = aead(settings.key());
    }

    byte[] close(UUID message, Composed letter) {
        try {
            return aead.encrypt(letter.bytes(), bytes(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the letter could not be encrypted", e);
        }
    }

    /// Opens what [#close] closed under the same id.
    ///
    /// @throws IllegalStateException when the key is not the one that closed it, or a byte changed
    Composed open(UUID message, byte[] closed) {
        try {
            return Composed.of(aead.decrypt(closed, bytes(message)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the letter could not be decrypted", e);
        }
    }

    private static Aead aead(String key) {
        try {
            AeadConfig.register();
            var json =
                    Base64.getDecoder()
                            .decode(key.startsWith(DEMO) ? key.substring(DEMO.length()) : key);
            return TinkJsonProtoKeysetFormat.parseKeyset(
                            new String(json, StandardCharsets.UTF_8),
                            RegistryConfiguration.get(),
                            InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Tink quotes what it could not read: its message must not reach a log.
            throw new IllegalStateException(
                    "wif.mail.key must be a Tink AEAD keyset, JSON in base64 ("
                            + e.getClass().getSimpleName()
                            + ")");
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
