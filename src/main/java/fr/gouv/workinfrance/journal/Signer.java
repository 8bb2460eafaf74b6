package fr.gouv.workinfrance.journal;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.signature.SignatureConfig;

import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/// Signs what the journal writes, with a key that the database does not have: who can write any row
/// still cannot write one that verifies.
@Component
class Signer {

    private final PublicKeySign sign;
    private final PublicKeyVerify verify;

    Signer(JournalSettings settings) {
        try {
            SignatureConfig.register();
            String bare = settings.signingKey().replaceFirst("^demo:", "");
            KeysetHandle keys =
                    TinkJsonProtoKeysetFormat.parseKeyset(
                            new String(Base64.getDecoder().decode(bare), StandardCharsets.UTF_8),
                            RegistryConfiguration.get(),
                            InsecureSecretKeyAccess.get());
            sign = keys.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class);
            verify =
                    keys.getPublicKeysetHandle()
                            .getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "wif.journal.signing-key is not an Ed25519 keyset of Tink in base64", e);
        }
    }

    byte[] sign(String hash) {
        try {
            return sign.sign(hash.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the journal cannot be signed", e);
        }
    }

    boolean signed(String hash, byte[] signature) {
        try {
            verify.verify(signature, hash.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
