package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.correction.Subject;

import java.util.List;
import java.util.stream.Stream;

/// What was mended, before and after; nothing where there was nothing.
public record Change(Subject subject, List<Said> before, List<Said> after) {
    public Change {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /// What was said of a question or of a piece.
    public sealed interface Said {

        /// An answer, as it was typed.
        record Typed(String words) implements Said {}

        /// A document that answers a piece.
        record Joined(DocumentId document) implements Said {}

        /// Why there is no document.
        record Unavailable(String reason) implements Said {}
    }

    /// The documents that it took out or put in.
    public Stream<DocumentId> documents() {
        return Stream.concat(before.stream(), after.stream())
                .filter(Said.Joined.class::isInstance)
                .map(said -> ((Said.Joined) said).document())
                .distinct();
    }
}
