package fr.gouv.workinfrance.document;

import fr.gouv.workinfrance.document.paper.Reading;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Receives, inspects, scans, encrypts and hands back files. It knows nothing of what they are for,
/// nor of who may see them: whoever calls has checked that. What no antivirus has found clean is
/// handed to nobody.
@Component
public class Documents {

    /// The largest file that is received, in bytes.
    public static final long MAX_SIZE = 20L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

    private final DocumentTable table;
    private final Papers papers;
    private final Store store;
    private final MasterKey masterKey;
    private final Quarantine quarantine;
    private final Quotas quotas;
    private final Journal journal;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Threads inspectors;

    Documents(
            DocumentTable table,
            Papers papers,
            Store store,
            MasterKey masterKey,
            Quarantine quarantine,
            Quotas quotas,
            Journal journal,
            Clock clock,
            PlatformTransactionManager transactions,
            Threads inspectors) {
        this.table = table;
        this.papers = papers;
        this.store = store;
        this.masterKey = masterKey;
        this.quarantine = quarantine;
        this.quotas = quotas;
        this.journal = journal;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.inspectors = inspectors;
    }

    /// Receives what somebody sends: encrypts it as it comes, has it scanned, then checks that it
    /// can be read. Nothing of it is ever on a disk in clear, and nothing is left of what is
    /// refused. When the antivirus is away it is received all the same, and waits. To be called
    /// outside any transaction, and with what has come whole: a few are received at a time, and the
    /// others wait.
    ///
    /// @param in is read as far as needed, and not closed
    /// @param name as typed; kept only once cleaned
    /// @param announcedSize in bytes, when the sender said it; negative otherwise
    public Reception store(InputStream in, String name, long announcedSize, Actor by) {
        return store(in, name, announcedSize, null, by);
    }

    /// The same.
    ///
    /// @param sha256 in hexadecimal, when the sender said it: anything else is refused as cut
    Reception store(
            InputStream in, String name, long announcedSize, @Nullable String sha256, Actor by) {
        try {
            if (!quotas.allow(by, Math.max(0, announcedSize))) {
                throw new Refusal(Reception.Reason.QUOTA);
            }
            Arrived arrived =
                    inspectors.ask(
                            () -> {
                                Intake intake = new Intake(in, name, announcedSize, sha256);
                                return arrive(
                                        intake,
                                        FileName.clean(name, intake.type()).value(),
                                        by,
                                        (id, key) -> inspect(id, key, intake.type(), by));
                            });
            return new Reception.Received(
                    put(arrived, by, by.kind() == Actor.Kind.ACCOUNT ? by.id() : null));
        } catch (Refusal refusal) {
            return new Reception.Refused(refusal.reason(), refusal.again());
        } catch (IOException e) {
            if (NoRoom.isTold(e)) {
                LOG.error("a document is refused for lack of room: {}", e.getMessage());
                return new Reception.Refused(Reception.Reason.NO_ROOM, false);
            }
            throw new UncheckedIOException(e);
        }
    }

    /// Keeps a document of our own making, which needs no inspection.
    ///
    /// @param mediaType one of those that are received
    /// @throws UncheckedIOException when it cannot be kept: worth trying again later
    public StoredDocument keep(byte[] bytes, String name, String mediaType, Actor by) {
        FileType type =
                FileType.of(mediaType).orElseThrow(() -> new IllegalArgumentException(mediaType));
        try {
            Intake intake = new Intake(new ByteArrayInputStream(bytes), type, bytes.length);
            var inspected =
                    new Inspected(
                            Reading.of(Sheets.of(type, bytes).pages()), new DocumentState.Clean());
            String clean = FileName.clean(name, type).value();
            return put(arrive(intake, clean, by, (_, _) -> inspected), by, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One document, unless it was erased.
    public Optional<StoredDocument> find(DocumentId id) {
        return table.find(List.of(id)).stream().findFirst();
    }

    /// Those of `ids` that are kept and not erased, in one question.
    public Map<DocumentId, StoredDocument> find(Collection<DocumentId> ids) {
        return table.find(ids).stream()
                .collect(Collectors.toMap(StoredDocument::id, Function.identity()));
    }

    /// What the antivirus said of those of `ids` that are not erased, in one question.
    public Map<DocumentId, DocumentState> states(Collection<DocumentId> ids) {
        return table.find(ids).stream()
                .collect(Collectors.toMap(StoredDocument::id, StoredDocument::state));
    }

    /// Whether what is received is scanned. A demonstration may have no antivirus: its pages say
    /// so.
    public boolean scanned() {
        return quarantine.kept();
    }

    /// Writes a document out, in clear, and leaves a trace of it first.
    ///
    /// @param on whose journal says that it was read: a dossier, an account…
    /// @throws NoSuchElementException when it is not there, was erased, or is not clean
    /// @throws UncheckedIOException when what is kept is not what was received, or `out` breaks:
    ///   what was already written is genuine, but not whole
    public void copy(DocumentId id, OutputStream out, Actor by, Subject on) {
        DocumentTable.Locked locked = traced(id, by, on, Map.of());
        try (InputStream in = open(id, locked.key())) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A whole document, in clear; otherwise as [#copy].
    public byte[] read(DocumentId id, Actor by, Subject on) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copy(id, out, by, on);
        return out.toByteArray();
    }

    /// Draws a page as a PNG, 1400 pixels wide at most; empty when there is no such page, when the
    /// document was erased, is not clean or cannot be drawn. It leaves no trace of its own: it is
    /// for pages that leave theirs; otherwise see the other one.
    ///
    /// @param page from 1
    public Optional<byte[]> preview(DocumentId id, int page) {
        return clean(id).flatMap(locked -> drawn(locked, page));
    }

    /// Draws a page as [#preview(DocumentId, int)] does, and leaves a trace of it first.
    ///
    /// @param on whose journal says that it was seen
    public Optional<byte[]> preview(DocumentId id, int page, Actor by, Subject on) {
        Map<String, String> facts = Map.of("page", String.valueOf(page));
        return clean(id).flatMap(_ -> drawn(traced(id, by, on, facts), page));
    }

    /// Destroys the key of a document, then what it had encrypted: no copy of the store can be read
    /// any more; copies of the database can until they are themselves destroyed. Erasing twice does
    /// nothing more.
    public void erase(DocumentId id, Actor by) {
        transaction.executeWithoutResult(
                _ -> {
                    if (!table.erase(id, now())) {
                        return;
                    }
                    Subject subject = subject(id);
                    journal.record(subject, by, "document.erased", Map.of());
                    journal.erase(subject, by, "document erased");
                    after(TransactionSynchronization.STATUS_COMMITTED, () -> drop(id));
                });
    }

    /// Encrypts it into the store, and looks into it; nothing of it is recorded.
    private Arrived arrive(Intake intake, String name, Actor by, Inspected.By inspection)
            throws IOException {
        DocumentId id = new DocumentId(UUID.randomUUID());
        DocumentKey key = masterKey.fresh(id);
        boolean arrived = false;
        try {
            store.put(
                    id,
                    out -> {
                        try (OutputStream encrypted = key.encrypting(out)) {
                            intake.passTo(encrypted);
                        }
                    });
            Inspected inspected;
            try {
                inspected = inspection.of(id, key);
            } catch (Refusal refusal) {
                throw refusal.again(papers.refused(intake.hash(), by));
            }
            StoredDocument document =
                    new StoredDocument(
                            id,
                            name,
                            intake.type().mediaType(),
                            intake.size(),
                            intake.hash(),
                            now(),
                            inspected.reading().pages(),
                            inspected.state());
            arrived = true;
            return new Arrived(document, key, inspected.reading());
        } finally {
            if (!arrived) {
                drop(id);
            }
        }
    }

    /// From here on its fate is that of the transaction, whose end is not always known.
    ///
    /// @param holder of whose quota it is counted; null when it is of nobody's
    private StoredDocument put(Arrived arrived, Actor by, @Nullable String holder) throws Refusal {
        if (!record(arrived.document(), arrived.key(), arrived.reading(), by, holder)) {
            throw new Refusal(Reception.Reason.QUOTA);
        }
        return arrived.document();
    }

    /// @return whether its holder may still keep it
    private boolean record(
            StoredDocument document,
            DocumentKey key,
            Reading reading,
            Actor by,
            @Nullable String holder) {
        return Boolean.TRUE.equals(
                transaction.execute(
                        status -> {
                            after(
                                    TransactionSynchronization.STATUS_ROLLED_BACK,
                                    () -> drop(document.id()));
                            if (holder != null && !quotas.mayKeep(by, document.size())) {
                                status.setRollbackOnly();
                                return false;
                            }
                            table.insert(document, key.wrapped(), holder);
                            papers.keep(document, reading, by);
                            journal.record(
                                    subject(document.id()),
                                    by,
                                    "document.received",
                                    Map.of(
                                            "mediaType", document.mediaType(),
                                            "size", String.valueOf(document.size())),
                                    Map.of(
                                            "name", document.name(),
                                            "sha256", document.sha256()));
                            return true;
                        }));
    }

    private Inspected inspect(DocumentId id, DocumentKey key, FileType type, Actor by)
            throws IOException {
        // First: what the antivirus knows is never opened.
        DocumentState state = quarantine.enter(id, key, by);
        byte[] content;
        try (InputStream in = key.decrypting(store.open(id))) {
            content = in.readAllBytes();
        }
        if (FileType.endsAsArchive(content)) {
            throw new Refusal(Reception.Reason.FORGED_TYPE);
        }
        return new Inspected(Sheets.of(type, content).read(), state);
    }

    private Optional<DocumentTable.Locked> clean(DocumentId id) {
        return table.locked(id).filter(locked -> locked.document().clean());
    }

    private DocumentTable.Locked traced(
            DocumentId id, Actor by, Subject on, Map<String, String> facts) {
        DocumentTable.Locked locked =
                clean(id).orElseThrow(() -> new NoSuchElementException("document " + id));
        Map<String, String> all = new HashMap<>(facts);
        all.put("document", id.toString());
        transaction.executeWithoutResult(_ -> journal.record(on, by, "document.read", all));
        return locked;
    }

    /// Opens a document and leaves a trace of it first; empty when it cannot be shown.
    ///
    /// @param facts what is looked at
    <T> Optional<T> look(
            DocumentId id, Actor by, Subject on, Map<String, String> facts, Sheets.Look<T> use) {
        return clean(id).isEmpty() ? Optional.empty() : opened(traced(id, by, on, facts), use);
    }

    private Optional<byte[]> drawn(DocumentTable.Locked locked, int page) {
        return page < 1 || page > locked.document().pages()
                ? Optional.empty()
                : opened(locked, (sheets, _) -> sheets.preview(page));
    }

    private <T> Optional<T> opened(DocumentTable.Locked locked, Sheets.Look<T> use) {
        StoredDocument document = locked.document();
        FileType type = FileType.of(document.mediaType()).orElseThrow();
        try {
            return Optional.of(
                    inspectors.ask(
                            () -> {
                                try (InputStream in = open(document.id(), locked.key())) {
                                    return use.of(Sheets.of(type, in.readAllBytes()), document);
                                }
                            }));
        } catch (Refusal refusal) {
            LOG.info("document {} cannot be shown: {}", document.id(), refusal.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(DocumentId id, DocumentKey.Wrapped key) throws IOException {
        return masterKey.unwrap(id, key).decrypting(store.open(id));
    }

    private void drop(DocumentId id) {
        try {
            store.delete(id);
        } catch (IOException e) {
            LOG.warn("object {} stays until orphans are removed: {}", id, e.getMessage());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static Subject subject(DocumentId id) {
        return new Subject("document", id.toString());
    }

    private static void after(int outcome, Runnable then) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        if (status == outcome) {
                            then.run();
                        }
                    }
                });
    }
}
