package fr.gouv.workinfrance.dossier;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a change of the offices moves: how many requests each office will have that another has.
///
/// @param shares by the id of the office that will have them
public record Reorganisation(SortedMap<String, Share> shares) {

    public Reorganisation {
        shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
    }

    /// What one office will have.
    ///
    /// @param deposited by stage
    /// @param drafts those that would be deposited there, as they are answered now
    public record Share(Map<Stage.Name, Long> deposited, long drafts) {

        static final Share NOTHING = new Share(Map.of(), 0);

        public Share {
            deposited = Map.copyOf(deposited);
        }

        public long at(Stage.Name stage) {
            return deposited.getOrDefault(stage, 0L);
        }

        Share with(Stage.Name stage, long more) {
            Map<Stage.Name, Long> counts = new TreeMap<>(deposited);
            counts.merge(stage, more, Long::sum);
            return new Share(counts, drafts);
        }

        Share withDrafts(long more) {
            return new Share(deposited, drafts + more);
        }
    }
}
