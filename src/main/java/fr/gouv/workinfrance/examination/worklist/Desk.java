package fr.gouv.workinfrance.examination.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/// Where someone sits to work.
///
/// @param mine whose dossiers are in this person's charge: his own, and those of whom he covers
/// @param risks the last legal date that is at risk today, by office
/// @param endedSince what was decided since then is still listed
record Desk(Set<UUID> mine, SortedMap<String, LocalDate> risks, Instant endedSince) {

    Desk {
        mine = Set.copyOf(mine);
        risks = Collections.unmodifiableSortedMap(new TreeMap<>(risks));
    }

    /// The same, in one of its offices alone.
    Desk in(String office) {
        SortedMap<String, LocalDate> one = new TreeMap<>(risks);
        one.keySet().retainAll(Set.of(office));
        return new Desk(mine, one, endedSince);
    }
}
