package fr.gouv.workinfrance.document;

import fr.gouv.workinfrance.document.paper.Advice;
import fr.gouv.workinfrance.document.paper.Fingerprint;
import fr.gouv.workinfrance.document.paper.Paper;
import fr.gouv.workinfrance.document.paper.Reading;
import fr.gouv.workinfrance.journal.Actor;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Keeps what documents told when they were received, and which files were refused to whom: never a
/// word of them, only fingerprints under a key of the house.
@Component
public class Papers {

    private static final String USE = "fingerprints";
    private static final int KEY = 32;

    private final PaperTable table;
    private final MasterKey masterKey;
    private final Clock clock;
    private volatile @Nullable Fingerprint fingerprint;

    Papers(PaperTable table, MasterKey masterKey, Clock clock) {
        this.table = table;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /// These documents and what is kept of their reading, in one question.
    public Sheaf of(Collection<DocumentId> documents) {
        return documents.isEmpty()
                ? new Sheaf(Map.of(), Map.of())
                : table.find(documents, fingerprint());
    }

    /// Keeps a reading, in the transaction that keeps its document.
    void keep(StoredDocument document, Reading reading, Actor by) {
        List<Advice> advice = new ArrayList<>(reading.advice());
        if (table.isRefused(fingerprint().file(by.id(), document.sha256()))) {
            advice.add(new Advice(Advice.Code.REFUSED_BEFORE, 0, ""));
        }
        Paper paper =
                new Paper(
                        advice,
                        reading.width(),
                        reading.height(),
                        reading.words().stream()
                                .map(fingerprint()::word)
                                .collect(Collectors.toSet()),
                        reading.whole(),
                        fingerprint());
        if (paper.tells()) {
            table.insert(document.id(), paper);
        }
    }

    /// Remembers that a file was refused to someone.
    ///
    /// @return whether it had been before
    boolean refused(String sha256, Actor by) {
        return refused(sha256, by.id());
    }

    /// The same, by the id of who sent it.
    boolean refused(String sha256, String sender) {
        return !table.refuse(fingerprint().file(sender, sha256), clock.instant());
    }

    /// Forgets the files refused before that moment.
    int forget(Instant before) {
        return table.forget(before);
    }

    /// Drawn once for the house, whichever node comes first, and kept wrapped by the master key.
    private Fingerprint fingerprint() {
        Fingerprint known = fingerprint;
        if (known == null) {
            byte[] secret = new byte[KEY];
            new SecureRandom().nextBytes(secret);
            byte[] kept = table.key().orElseGet(() -> table.key(masterKey.wrap(secret, USE)));
            known = new Fingerprint(masterKey.unwrap(kept, USE));
            fingerprint = known;
        }
        return known;
    }
}
