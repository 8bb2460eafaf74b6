package fr.gouv.workinfrance.journal;

import fr.gouv.workinfrance.journal.Audit.Flaw;
import fr.gouv.workinfrance.journal.CheckpointTable.Checkpoint;
import fr.gouv.workinfrance.journal.CheckpointTable.Line;
import fr.gouv.workinfrance.journal.CheckpointTable.Row;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the whole journal again. The entries stream; what is kept in memory is one entry, and the
/// flaws.
@Component
class Verifier {

    private final CheckpointTable table;
    private final Signer signer;

    Verifier(CheckpointTable table, Signer signer) {
        this.table = table;
        this.signer = signer;
    }

    Audit verify() {
        List<Flaw> flaws = new ArrayList<>();
        Walk walk = new Walk(flaws);
        try (Stream<Row> rows = table.entries()) {
            rows.forEach(walk::visit);
        }
        long checkpoints = checkpoints(flaws);
        return flaws.isEmpty()
                ? new Audit.Sound(walk.entries, walk.chains, checkpoints)
                : new Audit.Broken(flaws);
    }

    /// The text of a checkpoint: what its hash covers.
    static String text(long number, String seenBefore, String previous, List<Line> lines) {
        return "%d %s %s\n%s"
                .formatted(
                        number,
                        seenBefore,
                        previous,
                        lines.stream().map(Line::text).collect(Collectors.joining("\n")));
    }

    private long checkpoints(List<Flaw> flaws) {
        String previous = Sha256.NOTHING.hex();
        long expected = 1;
        for (Checkpoint checkpoint : table.all()) {
            List<Line> lines = table.lines(checkpoint.number());
            String text =
                    text(
                            checkpoint.number(),
                            checkpoint.seenBefore(),
                            checkpoint.previous(),
                            lines);
            if (checkpoint.number() != expected
                    || !checkpoint.previous().equals(previous)
                    || !Sha256.of(text).hex().equals(checkpoint.hash())
                    || !signer.signed(checkpoint.hash(), checkpoint.signature())) {
                flaws.add(new Flaw(Flaw.Kind.CHECKPOINT_FORGED, "checkpoint", checkpoint.number()));
            }
            for (Line line : lines) {
                if (!line.found().equals(Optional.of(line.head()))) {
                    flaws.add(
                            new Flaw(Flaw.Kind.CUT, line.kind() + ":" + line.id(), line.length()));
                }
            }
            previous = checkpoint.hash();
            expected = checkpoint.number() + 1;
        }
        return expected - 1;
    }

    private final class Walk {

        private final List<Flaw> flaws;
        private @Nullable Row last;
        private long entries;
        private long chains;

        Walk(List<Flaw> flaws) {
            this.flaws = flaws;
        }

        void visit(Row row) {
            Row before = last;
            boolean first =
                    before == null || !before.entry().subject().equals(row.entry().subject());
            long expected = before == null || first ? 1 : before.entry().number() + 1;
            String head = before == null || first ? Sha256.NOTHING.hex() : before.hash();
            entries++;
            chains += first ? 1 : 0;
            if (row.entry().number() != expected) {
                flaw(Flaw.Kind.REMOVED, row);
            } else if (!row.previous().equals(head)) {
                flaw(Flaw.Kind.INSERTED, row);
            }
            String canonical =
                    Canonical.of(row.entry(), row.facts(), row.commitment(), row.previous()).text();
            if (!canonical.equals(row.canonical())
                    || !Sha256.of(canonical).hex().equals(row.hash())) {
                flaw(Flaw.Kind.CHANGED, row);
            } else if (!signer.signed(row.hash(), row.signature())) {
                flaw(Flaw.Kind.INSERTED, row);
            }
            if (row.payload().isPresent()
                    && !row.payload().get().commitment().equals(row.commitment())) {
                flaw(Flaw.Kind.PAYLOAD_CHANGED, row);
            }
            last = row;
        }

        private void flaw(Flaw.Kind kind, Row row) {
            Entry entry = row.entry();
            flaws.add(
                    new Flaw(
                            kind,
                            entry.subject().kind() + ":" + entry.subject().id(),
                            entry.number()));
        }
    }
}
