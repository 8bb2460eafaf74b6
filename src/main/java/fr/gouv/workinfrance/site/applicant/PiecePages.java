package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Papers;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.document.Sheaf;
import fr.gouv.workinfrance.document.Uploads;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.Evidence;
import fr.gouv.workinfrance.dossier.Reuses;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.site.AdviceView;
import fr.gouv.workinfrance.site.AskedView;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SitePages;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The documents that a request is joined by: sent by a form, taken off, replaced, or declared
/// unavailable; once nothing can be changed any more, only read. With JavaScript they come through
/// [UploadPages].
@Controller
class PiecePages {

    private final SitePages pages;
    private final SeenDossiers requests;
    private final Drafts drafts;
    private final Documents documents;
    private final Papers papers;
    private final Uploads uploads;
    private final Reuses reuses;
    private final Procedures procedures;

    PiecePages(
            SitePages pages,
            SeenDossiers requests,
            Drafts drafts,
            Documents documents,
            Papers papers,
            Uploads uploads,
            Reuses reuses,
            Procedures procedures) {
        this.pages = pages;
        this.requests = requests;
        this.drafts = drafts;
        this.documents = documents;
        this.papers = papers;
        this.uploads = uploads;
        this.reuses = reuses;
        this.procedures = procedures;
    }

    /// @param replaced the document in whose place the next one is to come
    @GetMapping("/dossiers/{reference}/pieces")
    View pieces(
            @PathVariable String reference,
            @RequestParam(name = "remplacer", defaultValue = "") String replaced,
            @AuthenticationPrincipal Account account) {
        return pieces(
                requests.byParty(reference, account),
                account,
                new PiecesView.Wrong("", "", ""),
                replaced,
                HttpStatus.OK);
    }

    private View pieces(
            Seen seen,
            Account account,
            PiecesView.Wrong wrong,
            String replaced,
            HttpStatus status) {
        List<DocumentId> joined = seen.dossier().attachments().documents();
        Sheaf sheaf = papers.of(joined);
        return pages.page(
                "site/applicant/pieces",
                Map.of(
                        "view",
                        new PiecesView(
                                seen,
                                sheaf.files(),
                                new AdviceView(Evidence.of(seen, sheaf)),
                                uploads.of(seen.dossier().id().subject(), account.actor()),
                                reuses.offered(seen),
                                documents.scanned(),
                                replaced,
                                new AskedView(seen, procedures.faults()),
                                wrong)),
                status);
    }

    @PostMapping("/dossiers/{reference}/pieces/{piece}/indisponible")
    View unavailable(
            @PathVariable String reference,
            @PathVariable String piece,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        if (reason.isBlank()
                && seen.version().piece(piece).filter(seen::changes).isPresent()
                && seen.dossier().attachments().of(piece).isEmpty()) {
            return pieces(
                    seen,
                    account,
                    new PiecesView.Wrong(piece, "site.pieces.why.missing", ""),
                    "",
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        drafts.declareUnavailable(seen.dossier().id(), piece, reason, account);
        return back(seen);
    }

    @PostMapping("/dossiers/{reference}/pieces/{piece}/retirer")
    View detach(
            @PathVariable String reference,
            @PathVariable String piece,
            @RequestParam UUID document,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        drafts.detach(seen.dossier().id(), piece, new DocumentId(document), account);
        return back(seen);
    }

    /// Refers to a document that was given with an earlier request.
    @PostMapping("/dossiers/{reference}/pieces/{piece}/deja-donnee")
    View reuse(
            @PathVariable String reference,
            @PathVariable String piece,
            @RequestParam UUID document,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        reuses.use(seen.dossier().id(), piece, new DocumentId(document), account);
        return back(seen);
    }

    private View back(Seen seen) {
        return pages.to("/dossiers/" + seen.dossier().reference() + "/pieces");
    }

    /// Without the script: the form as the browser sends it. What comes well is kept, whatever is
    /// wrong with the rest.
    @PostMapping(
            path = "/dossiers/{reference}/pieces/{piece}",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    View sent(
            @PathVariable String reference,
            @PathVariable String piece,
            @RequestParam("file") List<MultipartFile> sent,
            @RequestParam(name = "remplacer", required = false) @Nullable UUID replaced,
            @AuthenticationPrincipal Account account)
            throws IOException {
        Seen seen = requests.byFiller(reference, piece, account);
        List<MultipartFile> chosen = sent.stream().filter(PiecePages::chosen).toList();
        PiecesView.Wrong wrong = null;
        UUID next = replaced;
        for (MultipartFile file : chosen.isEmpty() ? sent.subList(0, 1) : chosen) {
            String why = join(seen, piece, file, next, account);
            if (why.isEmpty()) {
                next = null; // the first one takes the place, the others stand beside it
            } else if (wrong == null) {
                wrong = new PiecesView.Wrong(piece, why, chosen.size() > 1 ? name(file) : "");
            }
        }
        return wrong == null
                ? back(seen)
                : pieces(
                        requests.byParty(reference, account),
                        account,
                        wrong,
                        next == null ? "" : next.toString(),
                        HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// Receives a file and joins it.
    ///
    /// @return the words for why not; empty when it is joined
    private String join(
            Seen seen, String piece, MultipartFile file, @Nullable UUID replaced, Account account)
            throws IOException {
        try (InputStream in = file.getInputStream()) {
            return joined(
                    documents.store(in, name(file), file.getSize(), account.actor()),
                    seen,
                    piece,
                    replaced,
                    account);
        }
    }

    private String joined(
            Reception reception,
            Seen seen,
            String piece,
            @Nullable UUID replaced,
            Account account) {
        return switch (reception) {
            case Reception.Received received ->
                    Joining.join(drafts, seen, piece, received.document().id(), replaced, account);
            case Reception.Refused refused -> refused.key();
        };
    }

    /// A form that has two fields for files sends the one that was left as well.
    private static boolean chosen(MultipartFile file) {
        return !name(file).isEmpty() || !file.isEmpty();
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }
}
