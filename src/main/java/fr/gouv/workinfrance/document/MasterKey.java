package fr.gouv.workinfrance.document;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/// The key that wraps the key of each document. It may hold several keys: the primary one wraps,
/// all of them unwrap, so that it is renewed without touching a document.
final class MasterKey {

    private static final String SETTING = "wif.document.master-key";
    private static final String DEMO = "demo:";
    private static final Configuration TINK = tink();

    private final Aead wrapping;

    private MasterKey(Aead wrapping) {
        this.wrapping = wrapping;
    }

    /// Reads the setting.
    ///
    /// @param setting a Tink AEAD keyset in JSON, in base64, after `demo:` when it protects nothing
    /// @throws IllegalStateException naming the setting when it is not such a key
    static MasterKey of(String setting) {
        try {
            String base64 = setting.startsWith(DEMO) ? setting.substring(DEMO.length()) : setting;
            String json =
                    new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
            KeysetHandle keys =
                    TinkJsonProtoKeysetFormat.parseKeyset(
                            json, TINK, InsecureSecretKeyAccess.get());
            return new MasterKey(keys.getPrimitive(TINK, Aead.class));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    SETTING + " is not a Tink AEAD keyset (JSON, in base64)", e);
        }
    }

    /// A fresh key, for one document.
    DocumentKey fresh(DocumentId id) {
        try {
            KeysetHandle key =
                    KeysetHandle.generateNew(
                            PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB, TINK);
            byte[] wrapped =
                    TinkProtoKeysetFormat.serializeEncryptedKeyset(key, wrapping, bytes(id), TINK);
            return new DocumentKey(primitive(key), bytes(id), new DocumentKey.Wrapped(wrapped));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key could be made for document " + id, e);
        }
    }

    /// The key of a document, as [DocumentKey#wrapped] gave it.
    ///
    /// @throws IllegalStateException when no key of the master key opens it, or when it belongs to
    ///   another document
    DocumentKey unwrap(DocumentId id, DocumentKey.Wrapped wrapped) {
        try {
            KeysetHandle key =
                    TinkProtoKeysetFormat.parseEncryptedKeyset(
                            wrapped.bytes(), wrapping, bytes(id), TINK);
            return new DocumentKey(primitive(key), bytes(id), wrapped);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the key of document " + id + " does not open with " + SETTING, e);
        }
    }

    /// Wraps a secret of the house.
    ///
    /// @param use what it is for: it opens for nothing else
    byte[] wrap(byte[] secret, String use) {
        try {
            return wrapping.encrypt(secret, use.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be wrapped", e);
        }
    }

    /// A secret of the house, as [#wrap] gave it.
    ///
    /// @throws IllegalStateException when no key of the master key opens it
    byte[] unwrap(byte[] wrapped, String use) {
        try {
            return wrapping.decrypt(wrapped, use.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the key of " + use + " does not open with " + SETTING, e);
        }
    }

    private static StreamingAead primitive(KeysetHandle key) throws GeneralSecurityException {
        return key.getPrimitive(TINK, StreamingAead.class);
    }

    private static Configuration tink() {
        try {
            AeadConfig.register();
            StreamingAeadConfig.register();
            return RegistryConfiguration.get();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the cryptographic library does not start", e);
        }
    }

    private static byte[] bytes(DocumentId id) {
        return id.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
