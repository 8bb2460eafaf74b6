package fr.gouv.workinfrance.examination;

import fr.gouv.workinfrance.document.Drawing;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.procedure.Gap;

import java.util.List;

/// What a decision that is being typed would become.
public sealed interface Preview {

    /// The documents, as they would be signed.
    record Drawn(List<Document> documents) implements Preview {
        public Drawn {
            documents = List.copyOf(documents);
        }
    }

    /// None: it could not be prepared.
    record Faulty(List<Gap> gaps) implements Preview {
        public Faulty {
            gaps = List.copyOf(gaps);
        }
    }

    /// One of them, page by page.
    record Document(IssuedDeed.Kind kind, List<Drawing> pages) {
        public Document {
            pages = List.copyOf(pages);
        }
    }
}
