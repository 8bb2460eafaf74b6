package fr.gouv.workinfrance.journal;

import fr.gouv.workinfrance.journal.Audit.Flaw;
import fr.gouv.workinfrance.journal.CheckpointTable.Checkpoint;
import fr.gouv.workinfrance.journal.CheckpointTable.Line;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads the whole journal again. Entries and checkpoints stream; what is kept in memory is one
/// entry, one checkpoint, and the first flaws.
@Component
class Verifier {

    private final AuditTable entries;
    private final CheckpointTable checkpoints;
    private final Signer signer;
    private final String witness;

    Verifier(
            AuditTable entries,
            CheckpointTable checkpoints,
            Signer signer,
            JournalSettings settings) {
        this.entries = entries;
        this.checkpoints = checkpoints;
        this.signer = signer;
        this.witness = settings.witness();
    }

    Audit verify() {
        Found found = new Found();
        Chains chains = new Chains(signer, found);
        entries.each(chains::visit);
        chains.end();
        entries.lost(Audit.Broken.TOLD)
                .forEach(place -> found.add(Flaw.Kind.CUT, place.subject(), place.number()));
        Signed signed = new Signed(found);
        checkpoints.each(signed::visit);
        signed.end();
        if (!signed.witnessed) {
            found.add(Flaw.Kind.CUT, Signed.WHERE, signed.count);
        }
        return found.flaws.isEmpty()
                ? new Audit.Sound(
                        chains.entries, chains.chains, signed.count, chains.waiting, signed.head())
                : new Audit.Broken(found.flaws);
    }

    /// The text of a checkpoint: what its hash covers. Its lines are put in order here, since the
    /// order of a database depends on its collation.
    static String text(long number, Instant at, String previous, List<Line> lines) {
        return "%d %s %s\n%s"
                .formatted(
                        number,
                        at,
                        previous,
                        lines.stream().map(Line::text).sorted().collect(Collectors.joining("\n")));
    }

    /// The first flaws.
    static final class Found {

        private final List<Flaw> flaws = new ArrayList<>();

        void add(Flaw.Kind kind, String subject, long number) {
            if (flaws.size() < Audit.Broken.TOLD) {
                flaws.add(new Flaw(kind, subject, number));
            }
        }
    }

    /// The checkpoints, one after the other.
    private final class Signed {

        private static final String WHERE = "checkpoint";

        private final Found found;
        private final List<Line> lines = new ArrayList<>();
        private @Nullable Checkpoint current;
        private String previous = Sha256.NOTHING.hex();
        private long count;
        private boolean witnessed = witness.isEmpty();

        Signed(Found found) {
            this.found = found;
        }

        void visit(Checkpoint checkpoint, Optional<Line> line) {
            if (current == null || current.number() != checkpoint.number()) {
                end();
                current = checkpoint;
            }
            line.ifPresent(this::visit);
        }

        private void visit(Line line) {
            lines.add(line);
            if (!line.found().equals(Optional.of(line.head()))) {
                found.add(Flaw.Kind.CUT, line.kind() + ":" + line.id(), line.length());
            }
        }

        /// Closes the checkpoint whose lines have all been read.
        void end() {
            Checkpoint closed = current;
            if (closed == null) {
                return;
            }
            String text = text(closed.number(), closed.at(), closed.previous(), lines);
            if (closed.number() != count + 1
                    || !closed.previous().equals(previous)
                    || !Sha256.of(text).hex().equals(closed.hash())
                    || !signer.signed(closed.hash(), closed.signature())) {
                found.add(Flaw.Kind.CHECKPOINT_FORGED, WHERE, closed.number());
            }
            previous = closed.hash();
            count = closed.number();
            witnessed = witnessed || head().equals(witness);
            lines.clear();
        }

        /// What stands at the end, once all was read.
        String head() {
            return count == 0 ? "" : count + ":" + previous;
        }
    }
}
