package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.document.Drawing;

import java.util.List;

/// What an act would look like, before it is drafted.
public sealed interface Sketch {

    /// Its documents, drawn: kept nowhere.
    record Drawn(List<Sheet> documents) implements Sketch {
        public Drawn {
            documents = List.copyOf(documents);
        }
    }

    /// It would not be drafted.
    record Faulty(Drafting.Faulty why) implements Sketch {}

    /// One of its documents, page by page.
    record Sheet(Revision.Paper paper, List<Drawing> pages) {
        public Sheet {
            pages = List.copyOf(pages);
        }
    }
}
