package fr.gouv.workinfrance.journal;

import fr.gouv.workinfrance.journal.Audit.Flaw;
import fr.gouv.workinfrance.journal.AuditTable.Row;
import fr.gouv.workinfrance.journal.Verifier.Found;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The entries of all chains, one after the other, each compared with the one before.
final class Chains {

    private final Signer signer;
    private final Found found;

    /// Entries of the current chain whose payload is gone, and no act of erasure yet says so.
    private final List<Row> missing = new ArrayList<>();

    private @Nullable Row last;
    long entries;
    long chains;
    long waiting;

    Chains(Signer signer, Found found) {
        this.signer = signer;
        this.found = found;
    }

    void visit(Row row) {
        Row before = last != null && last.subject().equals(row.subject()) ? last : null;
        if (before == null) {
            end();
            chains++;
        }
        entries++;
        waiting += row.waiting() ? 1 : 0;
        untouched(before, row);
        payload(row);
        if (!row.waiting() && !row.covered()) {
            // it was covered once: whoever removes the last checkpoints leaves this
            flaw(Flaw.Kind.CUT, row);
        }
        last = row;
    }

    /// Closes the current chain.
    void end() {
        missing.forEach(row -> flaw(Flaw.Kind.PAYLOAD_CHANGED, row));
        missing.clear();
    }

    private void untouched(@Nullable Row before, Row row) {
        boolean follows = row.number() == (before == null ? 1 : before.number() + 1);
        if (!follows) {
            flaw(Flaw.Kind.REMOVED, row); // and what its hash was made of is gone
        } else if (!hash(before, row).equals(row.hash())) {
            flaw(Flaw.Kind.CHANGED, row);
            return;
        }
        if (!signer.signed(row.hash(), row.signature())) {
            flaw(Flaw.Kind.INSERTED, row);
        }
    }

    private static String hash(@Nullable Row before, Row row) {
        Canonical canonical =
                Canonical.of(
                        row.subject(),
                        row.number(),
                        row.at(),
                        row.actorKind() + ":" + row.actorId(),
                        row.act(),
                        row.facts(),
                        row.commitment(),
                        before == null ? Sha256.NOTHING.hex() : before.hash());
        return Sha256.of(canonical.text()).hex();
    }

    private void payload(Row row) {
        boolean promised = !row.commitment().equals(Sha256.NOTHING.hex());
        if (row.payload().isPresent()) {
            if (!row.payload().get().commitment().equals(row.commitment())) {
                flaw(Flaw.Kind.PAYLOAD_CHANGED, row);
            }
        } else if (promised) {
            missing.add(row);
        }
        if (row.act().equals(Journal.ERASED)) {
            missing.clear();
        }
    }

    private void flaw(Flaw.Kind kind, Row row) {
        found.add(kind, row.subject(), row.number());
    }
}
