package fr.gouv.workinfrance.procedure.review;

import fr.gouv.workinfrance.procedure.review.Said.Several;

import java.util.ArrayList;
import java.util.List;

/// How one clause differs between two versions.
public sealed interface Difference {

    /// The clause as it is known by: as it stands after, or stood before when it is gone.
    Clause clause();

    /// Only the version after says it.
    record Added(Clause clause) implements Difference {}

    /// Only the version before said it.
    record Removed(Clause clause) implements Difference {}

    /// Both say it, not alike.
    ///
    /// @param changes in what respects, at least one
    record Changed(Clause before, Clause after, List<Change> changes) implements Difference {
        @Override
        public Clause clause() {
            return after;
        }

        /// Whether it changed in that respect.
        public boolean in(Trait trait) {
            return changes.stream().anyMatch(change -> change.trait() == trait);
        }
    }

    /// One respect in which a clause changed.
    record Change(Trait trait, Said before, Said after) {
        /// What of several things is only after, in order.
        public List<Said> added() {
            return beyond(after, before);
        }

        /// What of several things was only before, in order.
        public List<Said> removed() {
            return beyond(before, after);
        }

        private static List<Said> beyond(Said said, Said other) {
            List<Said> beyond = new ArrayList<>(things(said));
            beyond.removeIf(thing -> things(other).stream().anyMatch(thing::sameAs));
            return List.copyOf(beyond);
        }

        private static List<Said> things(Said said) {
            return said instanceof Several(List<Said> things) ? things : List.of();
        }
    }

    /// What it is about.
    default Chapter chapter() {
        return clause().chapter();
    }
}
