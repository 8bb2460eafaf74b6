package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.procedure.Part;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What a party answered to what is held against the decision.
///
/// @param words as typed; empty when it says that it has nothing to say
/// @param documents joined to it
/// @param oral whether it asks to be heard as well
public record Observation(
        Part part, UUID by, String words, List<DocumentId> documents, boolean oral, Instant at) {

    /// The most that one may say, in characters.
    public static final int LONGEST = 5000;

    /// The most documents that go with one.
    public static final int DOCUMENTS = 5;

    public Observation {
        words = words.strip();
        documents = List.copyOf(documents);
    }

    /// Whether there is something to read.
    public boolean says() {
        return !words.isEmpty() || !documents.isEmpty();
    }
}
