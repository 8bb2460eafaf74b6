package fr.gouv.workinfrance.document;

import org.springframework.stereotype.Component;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What lies in the store and has no key: what a machine that stopped half-way, or a store that was
/// away, left behind.
@Component
class Orphans {

    private static final int SOME = 1000;

    private final DocumentTable table;
    private final Store store;

    Orphans(DocumentTable table, Store store) {
        this.table = table;
        this.store = store;
    }

    /// Removes them.
    ///
    /// @param before objects younger than this may be on their way in
    /// @return how many were removed
    int drop(Instant before) throws IOException {
        List<DocumentId> orphans = new ArrayList<>();
        List<DocumentId> old = store.keptBefore(before);
        for (int from = 0; from < old.size(); from += SOME) {
            List<DocumentId> some = old.subList(from, Math.min(old.size(), from + SOME));
            Set<DocumentId> kept = Set.copyOf(table.kept(some));
            some.stream().filter(id -> !kept.contains(id)).forEach(orphans::add);
        }
        if (orphans.size() > SOME && orphans.size() > old.size() / 2) {
            throw new IllegalStateException(
                    "most documents of the store have no key in this database: is it the right"
                            + " one?");
        }
        for (DocumentId id : orphans) {
            store.delete(id);
        }
        return orphans.size();
    }
}
