package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.procedure.Piece;

/// A document read page by page.
///
/// @param name of the document in addresses
/// @param wanted the page that is asked for
/// @param large whether it is shown larger than the screen
/// @param marked whether the name of who looks at it is written across
/// @param copied whether the file that this person takes away is a marked copy
/// @param at the address of the request, under which its documents are
/// @param back where one comes from
public record PaperView(
        Seen seen,
        StoredDocument file,
        String name,
        int wanted,
        boolean large,
        boolean marked,
        boolean copied,
        String at,
        String back) {

    /// Whether a document shows who someone is: then it is never shown without a mark. So is one
    /// whose piece the version no longer knows.
    public static boolean identity(Seen seen, DocumentId document) {
        return seen.dossier()
                .attachments()
                .answeredBy(document)
                .anyMatch(piece -> seen.version().piece(piece).map(Piece::identity).orElse(true));
    }

    /// Whether this person may have it as it was sent: a party who is asked for it himself. Whoever
    /// examines has a marked copy.
    static boolean mayHaveAsSent(Seen seen, DocumentId document) {
        return !seen.byOffice()
                && seen.dossier()
                        .attachments()
                        .answeredBy(document)
                        .allMatch(
                                piece ->
                                        seen.version()
                                                .piece(piece)
                                                .filter(known -> seen.fills(known.part()))
                                                .isPresent());
    }

    /// From 1, within its pages.
    public int page() {
        return Math.clamp(wanted, 1, Math.max(1, file.pages()));
    }

    /// The address of the drawing of this page.
    public String sheet(int width) {
        return "%s/documents/%s/%d?largeur=%d".formatted(at, name, page(), width);
    }

    /// The address of this document at a page, as large as now.
    public String to(int page) {
        return address(page, large);
    }

    /// The address of this page, larger or smaller.
    public String zoomed() {
        return address(page(), !large);
    }

    private String address(int page, boolean zoom) {
        return "%s?page=%d%s#page".formatted(reading(), page, zoom ? "&zoom=oui" : "");
    }

    /// The address of this document, read page by page.
    public String reading() {
        return at + "/documents/" + name + "/lecture";
    }

    /// The address of the file.
    public String download() {
        return at + "/documents/" + name;
    }
}
