package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a signatory has before his eyes: the very documents, with his name, capacity and the day.
///
/// @param barred why he may not sign them; empty when he may
public record Reading(Revision revision, List<Page> pages, Optional<Why> barred) {

    public Reading {
        pages = List.copyOf(pages);
    }

    /// One document to be signed.
    ///
    /// @param sha256 of its bytes, in hexadecimal
    public record Page(Revision.Paper paper, DocumentId document, String sha256) {}

    /// What the signatory confirms: the hashes of all the documents, in order.
    public String hashes() {
        return hashes(pages);
    }

    static String hashes(List<Page> pages) {
        return pages.stream().map(Page::sha256).collect(Collectors.joining(" "));
    }
}
