package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.document.Upload;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Attachment;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.employer.given.Kept;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.site.AdviceView;
import fr.gouv.workinfrance.site.AskedView;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The page of the documents: what is joined, what is on its way, and what went wrong.
///
/// @param uploads of this person that were begun and not ended
/// @param offered what was given with an earlier request and stands, by piece
/// @param scanned whether an antivirus looks at what is sent
/// @param asked what the office asks to mend
/// @param replaced the document in whose place the next one is to come; empty when in no one's
public record PiecesView(
        Seen seen,
        Map<DocumentId, StoredDocument> files,
        AdviceView advice,
        List<Upload> uploads,
        Map<String, Kept> offered,
        boolean scanned,
        String replaced,
        AskedView asked,
        Wrong wrong) {

    /// What is to be mended.
    ///
    /// @param piece where; empty when nothing is
    /// @param why the words for it
    /// @param file which of several files; empty when there is one
    public record Wrong(String piece, String why, String file) {

        /// Whether it is the reason given for a piece that cannot be, rather than a file.
        public boolean ofReason() {
            return why.startsWith("site.pieces.why");
        }

        public boolean in(Piece where) {
            return piece.equals(where.id());
        }
    }

    /// Whether this person can change anything here; otherwise he reads what was given.
    public boolean open() {
        return seen.may(Act.ATTACH) || !pieces().isEmpty();
    }

    /// Whether anything was given that this person may read.
    public boolean given() {
        return seen.version().pieces().stream()
                .anyMatch(piece -> seen.sees(piece) && !attached(piece).isEmpty());
    }

    /// The pieces that this person joins documents to.
    public List<Piece> pieces() {
        return seen.version().offeredPieces(seen.dossier().values()).stream()
                .filter(seen::changes)
                .toList();
    }

    public List<Attachment> attached(Piece piece) {
        return seen.dossier().attachments().of(piece.id());
    }

    public Optional<StoredDocument> file(Attachment.Joined joined) {
        return Optional.ofNullable(files.get(joined.document()));
    }

    /// What was given already for this piece, and need not be given again.
    public Optional<Kept> offered(Piece piece) {
        return Optional.ofNullable(offered.get(piece.id()));
    }

    /// Uploads that may go on.
    public List<Upload> begun(Piece piece) {
        return uploads.stream().filter(upload -> upload.slot().equals(piece.id())).toList();
    }

    /// The document of this piece that is to be replaced.
    public Optional<StoredDocument> replacedIn(Piece piece) {
        return seen.dossier()
                .attachments()
                .joined()
                .filter(joined -> joined.piece().equals(piece.id()))
                .filter(joined -> joined.document().toString().equals(replaced))
                .flatMap(joined -> file(joined).stream())
                .findFirst();
    }

    /// Where one goes from here: of a deposited request, to what is being mended.
    public String next() {
        return "/dossiers/"
                + seen.dossier().reference()
                + (seen.may(Act.MEND) ? "/corrections" : "");
    }

    public String address() {
        return "/dossiers/" + seen.dossier().reference() + "/pieces";
    }
}
