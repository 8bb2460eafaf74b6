package fr.gouv.workinfrance.document;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Hands documents to the letters that enclose them. No trace is left of it here: letters leave
/// theirs, which says what they enclosed.
@Component
public class Dispatches {

    private final DocumentTable table;
    private final Store store;
    private final MasterKey masterKey;

    Dispatches(DocumentTable table, Store store, MasterKey masterKey) {
        this.table = table;
        this.store = store;
        this.masterKey = masterKey;
    }

    /// A whole document, in clear; empty when it was erased, or is not clean.
    ///
    /// @throws UncheckedIOException when what is kept is not what was received, or its store is
    ///   away
    public Optional<byte[]> content(DocumentId id) {
        return table.locked(id)
                .filter(locked -> locked.document().clean())
                .map(locked -> content(id, locked.key()));
    }

    private byte[] content(DocumentId id, DocumentKey.Wrapped key) {
        try (InputStream in = masterKey.unwrap(id, key).decrypting(store.open(id))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
