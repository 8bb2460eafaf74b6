package fr.gouv.workinfrance.journal;

import fr.gouv.workinfrance.journal.JournalTable.Payload;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Records acts, tells them again, and says whether any was tampered with.
@Component
public class Journal {

    /// The act that says that payloads were erased; the database knows it too.
    static final String ERASED = "journal.erased";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    private final JournalTable table;
    private final Signer signer;
    private final Verifier verifier;
    private final Clock clock;

    Journal(JournalTable table, Signer signer, Verifier verifier, Clock clock) {
        this.table = table;
        this.signer = signer;
        this.verifier = verifier;
        this.clock = clock;
    }

    /// Records an act that has no personal payload.
    @Transactional(propagation = Propagation.MANDATORY)
    public Entry record(Subject subject, Actor actor, String act, Map<String, String> facts) {
        return record(subject, actor, act, facts, Map.of());
    }

    /// Records an act, in the transaction of the act itself: no act without its trace, no trace
    /// without its act.
    ///
    /// Writers of one subject wait for each other until they commit; who records on several
    /// subjects in one transaction takes them in the same order everywhere.
    ///
    /// @param facts never personal: they cannot be erased; never a code or a link either
    /// @param personal committed to with a salt, and erasable
    /// @throws org.springframework.transaction.IllegalTransactionStateException outside of one
    @Transactional(propagation = Propagation.MANDATORY)
    public Entry record(
            Subject subject,
            Actor actor,
            String act,
            Map<String, String> facts,
            Map<String, String> personal) {
        JournalTable.Head head = table.hold(subject);
        Entry entry =
                new Entry(
                        subject,
                        head.number() + 1,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        actor,
                        act,
                        Map.copyOf(facts),
                        Map.copyOf(personal));
        Payload payload =
                personal.isEmpty() ? null : new Payload(salt(), Canonical.of(personal).text());
        String commitment = payload == null ? Sha256.NOTHING.hex() : payload.commitment();
        String factsText = Canonical.of(facts).text();
        String hash =
                Sha256.of(Canonical.of(entry, factsText, commitment, head.hash()).text()).hex();
        table.append(entry, factsText, commitment, hash, signer.sign(hash), payload);
        return entry;
    }

    private static String salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    /// All that was recorded of a subject, in order.
    public List<Entry> of(Subject subject) {
        return table.of(subject);
    }

    /// Erases the personal payloads of a subject; the chain still verifies, and says that it was
    /// done, by whom and why.
    ///
    /// @param reason not personal: it stays
    /// @throws org.springframework.transaction.IllegalTransactionStateException outside of one
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(Subject subject, Actor actor, String reason) {
        record(subject, actor, ERASED, Map.of("reason", reason));
        table.erase(subject);
    }

    /// Reads the whole journal again and compares each entry with its hash, each chain with its
    /// checkpoints, each checkpoint with its signature, as they stand at one instant.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Audit verify() {
        return verifier.verify();
    }
}
