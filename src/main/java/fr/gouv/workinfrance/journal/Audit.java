package fr.gouv.workinfrance.journal;

import java.util.List;

/// What a verification of the whole journal found.
public sealed interface Audit {

    /// Nothing was changed, removed, inserted or cut since it was written.
    record Sound(long entries, long chains, long checkpoints) implements Audit {}

    record Broken(List<Flaw> flaws) implements Audit {
        public Broken {
            flaws = List.copyOf(flaws);
        }
    }

    /// One thing that is not as it was written.
    ///
    /// @param subject `kind:id`, or `checkpoint`
    /// @param number the entry, or the checkpoint, where it shows
    record Flaw(Kind kind, String subject, long number) {

        public enum Kind {
            /// The text of an entry does not have its hash, or its columns do not say its text.
            CHANGED,
            /// A number is missing inside a chain.
            REMOVED,
            /// An entry does not follow the one before it.
            INSERTED,
            /// A chain is shorter than a checkpoint says, or another one stands in its place.
            CUT,
            /// A personal payload is not the one that was committed to.
            PAYLOAD_CHANGED,
            /// A checkpoint is not signed by our key, or does not follow the one before it.
            CHECKPOINT_FORGED
        }
    }
}
