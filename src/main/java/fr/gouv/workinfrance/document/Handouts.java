package fr.gouv.workinfrance.document;

import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/// Files that the house makes for someone to fetch, however long: written as they are made,
/// encrypted like documents, and erased after a day.
@Component
public class Handouts {

    public static final Duration KEPT = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Handouts.class);

    private final HandoutTable table;
    private final Store store;
    private final MasterKey masterKey;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Handouts(
            HandoutTable table,
            Store store,
            MasterKey masterKey,
            Journal journal,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.store = store;
        this.masterKey = masterKey;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What a file is made of, bit by bit.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Makes a file. To be called outside any transaction: it may last.
    ///
    /// @param name as it is fetched
    /// @throws UncheckedIOException when it cannot be kept: worth trying again later
    public Handout make(String name, String mediaType, Content content) {
        DocumentId id = new DocumentId(UUID.randomUUID());
        DocumentKey key = masterKey.fresh(id);
        long[] size = {0};
        try {
            store.put(
                    id,
                    out -> {
                        try (OutputStream counted = new Counted(key.encrypting(out), size)) {
                            content.writeTo(counted);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Handout made = new Handout(id, name, mediaType, size[0], now, now.plus(KEPT));
        transaction.executeWithoutResult(_ -> table.insert(made, key.wrapped()));
        return made;
    }

    /// One that is still there.
    public Optional<Handout> find(DocumentId id) {
        return table.find(id, clock.instant()).map(HandoutTable.Kept::handout);
    }

    /// Writes one out, in clear, and leaves a trace of it first.
    ///
    /// @param on whose journal says that it was fetched
    /// @throws NoSuchElementException when it is not there, or its day is over
    /// @throws UncheckedIOException when `out` breaks
    public void copy(DocumentId id, OutputStream out, Actor by, Subject on) {
        HandoutTable.Kept kept = table.find(id, clock.instant()).orElseThrow();
        transaction.executeWithoutResult(
                _ -> journal.record(on, by, "handout.fetched", Map.of("handout", id.toString())));
        try (InputStream in = masterKey.unwrap(id, kept.key()).decrypting(store.open(id))) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Erases those whose day is over: their keys first.
    void drop() {
        for (DocumentId id : table.over(clock.instant())) {
            try {
                store.delete(id);
            } catch (IOException e) {
                LOG.warn("object {} stays until orphans are removed: {}", id, e.getMessage());
            }
        }
    }

    private static final class Counted extends FilterOutputStream {

        private final long[] size;

        Counted(OutputStream out, long[] size) {
            super(out);
            this.size = size;
        }

        @Override
        public void write(int bit) throws IOException {
            out.write(bit);
            size[0]++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            size[0] += length;
        }
    }
}
