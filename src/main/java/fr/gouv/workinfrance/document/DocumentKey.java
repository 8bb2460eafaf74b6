package fr.gouv.workinfrance.document;

import com.google.crypto.tink.StreamingAead;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/// The key of one document; what it encrypts is bound to the number of the document, so that one
/// cannot be put in the place of another.
final class DocumentKey {

    private final StreamingAead aead;
    private final byte[] id;
    private final Wrapped wrapped;

    DocumentKey(StreamingAead aead, byte[] id, Wrapped wrapped) {
        this.aead = aead;
        this.id = id;
        this.wrapped = wrapped;
    }

    /// The key itself, encrypted by the master key: what is kept of it.
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Wrapped(byte[] bytes) {}

    Wrapped wrapped() {
        return wrapped;
    }

    /// What is written comes out encrypted; closing writes the last seal, and closes `out`.
    OutputStream encrypting(OutputStream out) throws IOException {
        try {
            return aead.newEncryptingStream(out, id);
        } catch (GeneralSecurityException e) {
            throw new IOException("encryption cannot begin", e);
        }
    }

    /// Reading fails with an [IOException] at the first segment (1 MB) that is not what was
    /// written.
    InputStream decrypting(InputStream in) throws IOException {
        try {
            return aead.newDecryptingStream(in, id);
        } catch (GeneralSecurityException e) {
            throw new IOException("decryption cannot begin", e);
        }
    }
}
