package fr.gouv.workinfrance.document;

import fr.gouv.workinfrance.document.antivirus.Antivirus;
import fr.gouv.workinfrance.document.antivirus.Verdict;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// What the antivirus is shown: what has just come, and what came while it was away.
@Component
class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
    private static final Actor HOUSE = Actor.system("antivirus");
    private static final int AT_ONCE = 500;

    /// In a row, after which the antivirus is taken to be away, and not to stumble over one file.
    private static final int VAIN = 3;

    private final DocumentTable table;
    private final Store store;
    private final MasterKey masterKey;
    private final Antivirus antivirus;
    private final Papers papers;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Quarantine(
            DocumentTable table,
            Store store,
            MasterKey masterKey,
            Antivirus antivirus,
            Papers papers,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.store = store;
        this.masterKey = masterKey;
        this.antivirus = antivirus;
        this.papers = papers;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Whether there is an antivirus at all.
    boolean kept() {
        return antivirus.present();
    }

    /// Shows the antivirus what has just been stored.
    ///
    /// @throws Refusal when it knows a virus in it
    DocumentState enter(DocumentId id, DocumentKey key, Actor by) throws IOException {
        try (InputStream in = key.decrypting(store.open(id))) {
            return switch (antivirus.scan(in)) {
                case Verdict.Clean _ -> new DocumentState.Clean();
                case Verdict.Away _ -> new DocumentState.Waiting();
                case Verdict.Infected(String signature) -> {
                    transaction.executeWithoutResult(_ -> record(id, by, signature));
                    throw new Refusal(Reception.Reason.INFECTED);
                }
            };
        }
    }

    /// Shows the antivirus what waits, until nothing does or it is away. Done twice, or on two
    /// nodes at once, it says the same: the first verdict stands.
    void scan() {
        int vain = 0;
        for (DocumentId id : table.waiting(AT_ONCE)) {
            vain = scan(id) ? 0 : vain + 1;
            if (vain == VAIN) {
                LOG.warn("the antivirus is away: documents wait, and are shown to nobody");
                return;
            }
        }
    }

    /// @return whether there was a verdict
    private boolean scan(DocumentId id) {
        Optional<DocumentTable.Locked> waiting = table.locked(id);
        if (waiting.isEmpty()) {
            return true; // erased meanwhile
        }
        Verdict verdict;
        try (InputStream in =
                masterKey.unwrap(id, waiting.get().key()).decrypting(store.open(id))) {
            verdict = antivirus.scan(in);
        } catch (IOException | RuntimeException e) {
            LOG.error("document {} cannot be read to be scanned: {}", id, e.toString());
            table.tried(id, now());
            return true; // its own trouble, not that of the antivirus
        }
        return switch (verdict) {
            case Verdict.Clean _ -> {
                table.clean(id, now());
                yield true;
            }
            case Verdict.Infected(String signature) -> {
                destroy(waiting.get(), signature);
                yield true;
            }
            case Verdict.Away _ -> {
                table.tried(id, now());
                yield false;
            }
        };
    }

    /// Whoever sent it is told when he sends it again, be the antivirus away or not.
    private void destroy(DocumentTable.Locked locked, String signature) {
        StoredDocument document = locked.document();
        DocumentId id = document.id();
        Instant now = now();
        boolean destroyed =
                Boolean.TRUE.equals(
                        transaction.execute(
                                _ -> {
                                    boolean found = table.infected(id, signature, now);
                                    if (found) {
                                        record(id, HOUSE, signature);
                                        locked.holder()
                                                .ifPresent(
                                                        sender ->
                                                                papers.refused(
                                                                        document.sha256(), sender));
                                        events.publishEvent(new DocumentInfected(id, now));
                                    }
                                    return found;
                                }));
        if (destroyed) {
            try {
                store.delete(id);
            } catch (IOException e) {
                // nothing opens it any more
                LOG.warn("object {} stays until orphans are removed: {}", id, e.toString());
            }
        }
    }

    /// Leaves the trace of a virus, in the transaction under way.
    private void record(DocumentId id, Actor by, String signature) {
        journal.record(
                Documents.subject(id), by, "document.infected", Map.of("signature", signature));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
