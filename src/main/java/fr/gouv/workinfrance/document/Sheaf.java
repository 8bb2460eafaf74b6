package fr.gouv.workinfrance.document;

import fr.gouv.workinfrance.document.paper.Paper;

import java.util.Map;

/// Documents, with what their reading told. Those that were erased are not there, nor the reading
/// of those that nobody read.
public record Sheaf(Map<DocumentId, StoredDocument> files, Map<DocumentId, Paper> papers) {

    public Sheaf {
        files = Map.copyOf(files);
        papers = Map.copyOf(papers);
    }
}
