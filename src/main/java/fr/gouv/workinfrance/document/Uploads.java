package fr.gouv.workinfrance.document;

import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Subject;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Receives files over lines that are cut: what has come is kept, encrypted, in parts, on whichever
/// node it came, and goes on from there. Once whole, a file is received like any other.
@Component
public class Uploads {

    /// How long one that does not go on is kept.
    static final Duration KEPT = Duration.ofDays(1);

    /// What is kept at once: as much as one segment of the encryption.
    static final int PART = 1024 * 1024;

    /// The end of a line that was cut is not worth less.
    static final int LEAST = 64 * 1024;

    /// Whoever was making a document of one, and has not said so since, has stopped.
    private static final Duration STALE = Duration.ofMinutes(2);

    /// Parts are encrypted so many at a time: there are hardly more processors.
    private static final int PARTS = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final int LONGEST_NAME = 200;

    private final UploadTable table;
    private final Store store;
    private final MasterKey masterKey;
    private final Documents documents;
    private final Quotas quotas;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Threads inspectors;
    private final Threads porters = new Threads("porter", PARTS);

    Uploads(
            UploadTable table,
            Store store,
            MasterKey masterKey,
            Documents documents,
            Quotas quotas,
            Clock clock,
            PlatformTransactionManager transactions,
            Threads inspectors) {
        this.table = table;
        this.store = store;
        this.masterKey = masterKey;
        this.documents = documents;
        this.quotas = quotas;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.inspectors = inspectors;
    }

    /// Begins to receive a file, or goes on where the same one was cut.
    ///
    /// @param on what it is for
    /// @param slot where in it
    /// @param sha256 of the whole file, in hexadecimal, when the sender knows it: then the same
    ///   file goes on after anything, and is compared once whole
    public Opening open(
            Subject on, String slot, String name, long size, @Nullable String sha256, Actor by) {
        if (size < 1) {
            return new Opening.Refused(Reception.Reason.EMPTY);
        }
        if (size > Documents.MAX_SIZE) {
            return new Opening.Refused(Reception.Reason.TOO_LARGE);
        }
        for (Upload begun : of(on, by)) {
            if (begun.slot().equals(slot) && begun.size() == size && same(begun, sha256)) {
                return new Opening.Opened(begun);
            }
        }
        if (!quotas.allow(by, size)) {
            return new Opening.Refused(Reception.Reason.QUOTA);
        }
        if (!hasRoom()) {
            return new Opening.Refused(Reception.Reason.NO_ROOM);
        }
        Instant now = now();
        Upload fresh =
                new Upload(
                        UUID.randomUUID(), slot, cut(name), size, sha256, 0, now.plus(KEPT), null);
        boolean begun =
                Boolean.TRUE.equals(
                        transaction.execute(
                                _ -> {
                                    boolean may = quotas.mayBegin(by);
                                    if (may) {
                                        table.insert(fresh, by.id(), on.toString(), now);
                                    }
                                    return may;
                                }));
        return begun
                ? new Opening.Opened(fresh)
                : new Opening.Refused(Reception.Reason.TOO_MANY_AT_ONCE);
    }

    /// An upload of this person, for this thing and slot.
    public Optional<Upload> find(UUID id, Subject on, String slot, Actor by) {
        return table.find(id, by.id(), on.toString(), slot);
    }

    /// The uploads of this person for this thing that have not ended.
    public List<Upload> of(Subject on, Actor by) {
        return table.open(by.id(), on.toString());
    }

    /// Takes what comes, part by part, until it is whole, or the line is cut: what came before is
    /// kept. To be called outside any transaction.
    ///
    /// @param starts which byte of the file comes first
    /// @return how many bytes are kept; empty when it does not stand where the sender thinks
    public Optional<Long> receive(Upload upload, long starts, InputStream in) throws IOException {
        if (upload.received() != starts) {
            return Optional.empty();
        }
        long at = starts;
        while (at < upload.size()) {
            byte[] part = come(in, (int) Math.min(PART, upload.size() - at));
            boolean last = at + part.length == upload.size();
            if (part.length == 0 || (part.length < LEAST && !last)) {
                return Optional.of(at);
            }
            if (!keep(upload, at, part)) {
                return Optional.empty();
            }
            at += part.length;
        }
        return Optional.of(at);
    }

    /// Makes a document of what is whole, once, whoever asks and however often.
    ///
    /// @param use what is done with the document; gives back the words for why nothing can be, or
    ///   nothing when it was done
    /// @return empty words when it was received and used, otherwise the words for why not; nothing
    ///   at all when another one is at it, or it is not whole
    public Optional<String> finish(Upload upload, Actor by, Function<StoredDocument, String> use) {
        Optional<Reception> received;
        try {
            received = inspectors.ask(() -> received(upload, by));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return received.map(reception -> ended(upload, reception, use))
                .or(() -> table.outcome(upload.id()));
    }

    /// Once its turn has come: then it does not last. Nothing when another one is at it.
    private Optional<Reception> received(Upload upload, Actor by) throws IOException {
        Instant now = now();
        if (!table.claim(upload.id(), now, now.minus(STALE))) {
            return Optional.empty();
        }
        boolean received = false;
        try (InputStream in = new Assembled(table.parts(upload.id()), this::open)) {
            Reception reception =
                    documents.store(in, upload.name(), upload.size(), upload.sha256(), by);
            received = true;
            return Optional.of(reception);
        } finally {
            if (!received) {
                table.release(upload.id());
            }
        }
    }

    private String ended(Upload upload, Reception reception, Function<StoredDocument, String> use) {
        boolean ended = false;
        try {
            String outcome =
                    switch (reception) {
                        case Reception.Received(StoredDocument document) -> use.apply(document);
                        case Reception.Refused refused -> refused.key();
                    };
            boolean later =
                    reception instanceof Reception.Refused refused
                            && refused.reason() == Reception.Reason.NO_ROOM;
            if (!later) {
                ended = true;
                table.end(upload.id(), outcome);
                drop(table.dropParts(upload.id()));
            }
            return outcome;
        } finally {
            if (!ended) {
                table.release(upload.id());
            }
        }
    }

    /// Gives one up: nothing of it is kept.
    public void abandon(Upload upload) {
        abandon(upload.id());
    }

    /// Removes those that have not gone on for a day, ended ones included.
    ///
    /// @return how many there were
    int dropAbandoned() {
        List<UUID> abandoned = table.abandoned(now().minus(KEPT));
        abandoned.forEach(this::abandon);
        return abandoned.size();
    }

    private void abandon(UUID id) {
        List<DocumentId> parts =
                transaction.execute(
                        _ -> {
                            List<DocumentId> objects = table.dropParts(id);
                            table.delete(id);
                            return objects;
                        });
        drop(parts == null ? List.of() : parts);
    }

    private boolean keep(Upload upload, long starts, byte[] bytes) throws IOException {
        DocumentId object = new DocumentId(UUID.randomUUID());
        DocumentKey key = masterKey.fresh(object);
        boolean kept = false;
        try {
            porters.ask(
                    () -> {
                        store.put(
                                object,
                                out -> {
                                    try (OutputStream encrypted = key.encrypting(out)) {
                                        encrypted.write(bytes);
                                    }
                                });
                        return object;
                    });
            kept =
                    table.append(
                            upload.id(),
                            starts,
                            starts + bytes.length,
                            new UploadTable.Part(object, key.wrapped()),
                            now());
            return kept;
        } finally {
            if (!kept) {
                drop(List.of(object));
            }
        }
    }

    /// As many bytes as asked for; fewer when the line ends, or is cut.
    private static byte[] come(InputStream in, int length) {
        byte[] part = new byte[length];
        int at = 0;
        try {
            int read = 0;
            while (at < length && read >= 0) {
                read = in.read(part, at, length - at);
                at += Math.max(0, read);
            }
        } catch (IOException _) {
            // cut: what came before is kept
        }
        return at == length ? part : java.util.Arrays.copyOf(part, at);
    }

    private boolean hasRoom() {
        try {
            return store.hasRoom();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(UploadTable.Part part) throws IOException {
        return masterKey.unwrap(part.object(), part.key()).decrypting(store.open(part.object()));
    }

    private void drop(List<DocumentId> objects) {
        for (DocumentId object : objects) {
            try {
                store.delete(object);
            } catch (IOException e) {
                LOG.warn("object {} stays until orphans are removed: {}", object, e.toString());
            }
        }
    }

    private static boolean same(Upload begun, @Nullable String sha256) {
        return sha256 != null && sha256.equals(begun.sha256());
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
