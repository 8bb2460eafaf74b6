package fr.gouv.workinfrance.journal;

import java.util.List;

/// What a verification of the whole journal found.
public sealed interface Audit {

    /// Nothing was changed, removed, inserted or cut since it was written.
    ///
    /// @param waiting how many entries no checkpoint covers yet
    /// @param last the last checkpoint, as `number:hash`, to keep outside the database; empty
    ///   before the first
    record Sound(long entries, long chains, long checkpoints, long waiting, String last)
            implements Audit {}

    /// Something is not as it was written.
    ///
    /// @param flaws the first [#TOLD], in the order in which they were found
    record Broken(List<Flaw> flaws) implements Audit {

        /// How many flaws are told one by one: a table that was rewritten has as many as entries.
        public static final int TOLD = 1000;

        /// Keeps its own copy.
        public Broken {
            flaws = List.copyOf(flaws);
        }
    }

    /// One thing that is not as it was written.
    ///
    /// @param subject `kind:id`, or `checkpoint`
    /// @param number the entry, or the checkpoint, where it shows
    record Flaw(Kind kind, String subject, long number) {

        /// What was done, as far as what is left tells.
        public enum Kind {
            /// What an entry says, and the hash of the one before it, do not have its hash.
            CHANGED,
            /// A number is missing inside a chain.
            REMOVED,
            /// An entry is not signed by our key.
            INSERTED,
            /// A chain is shorter than a checkpoint says, or another one stands in its place; or
            /// the last checkpoints are gone.
            CUT,
            /// A personal payload is not the one that was committed to, or went without an act of
            /// erasure.
            PAYLOAD_CHANGED,
            /// A checkpoint is not signed by our key, or does not follow the one before it.
            CHECKPOINT_FORGED
        }
    }
}
