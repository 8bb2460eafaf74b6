package fr.gouv.workinfrance.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/// Where encrypted documents lie: objects that are written once, whole or not at all. It never sees
/// anything in clear. `StoreContractTest` says what every store must do.
interface Store {

    /// Whether there is space left for one more.
    boolean hasRoom() throws IOException;

    /// Keeps what `content` writes. When it throws, or when the machine stops meanwhile, nothing is
    /// there afterwards.
    ///
    /// @throws NoRoom when there is no space left
    void put(DocumentId id, Content content) throws IOException;

    /// The encrypted content.
    ///
    /// @throws java.nio.file.NoSuchFileException when nothing is kept under this number
    InputStream open(DocumentId id) throws IOException;

    boolean exists(DocumentId id);

    /// Removes it; removing what is not there does nothing.
    void delete(DocumentId id) throws IOException;

    /// What has been there since before `instant`, half-written objects excepted: those that are
    /// that old are removed on the way.
    List<DocumentId> keptBefore(Instant instant) throws IOException;

    /// Writes an object, bit by bit; closing `out` is allowed, and changes nothing.
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
