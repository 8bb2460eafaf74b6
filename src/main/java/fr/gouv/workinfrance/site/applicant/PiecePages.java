package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Papers;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.site.AdviceView;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SitePages;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// The documents that a request is joined by: sent by a form, or by the script of the page, which
/// shows how far it is; taken off; or declared unavailable.
@Controller
class PiecePages {

    private final SitePages pages;
    private final SeenDossiers requests;
    private final Drafts drafts;
    private final Documents documents;
    private final Papers papers;
    private final MessageSource words;

    PiecePages(
            SitePages pages,
            SeenDossiers requests,
            Drafts drafts,
            Documents documents,
            Papers papers,
            MessageSource words) {
        this.pages = pages;
        this.requests = requests;
        this.drafts = drafts;
        this.documents = documents;
        this.papers = papers;
        this.words = words;
    }

    @GetMapping("/dossiers/{reference}/pieces")
    View pieces(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        return pieces(requests.byParty(reference, account), "", "", HttpStatus.OK);
    }

    /// @param wrong the piece where something is to be mended; empty when nothing is
    /// @param why the words for it
    private View pieces(Seen seen, String wrong, String why, HttpStatus status) {
        List<DocumentId> joined = seen.dossier().attachments().documents();
        Map<DocumentId, StoredDocument> files = documents.find(joined);
        return pages.page(
                "site/applicant/pieces",
                Map.of(
                        "seen", seen,
                        "files", files,
                        "advice", AdviceView.of(seen, files, papers.of(joined)),
                        "scanned", documents.scanned(),
                        "wrong", wrong,
                        "why", why),
                status);
    }

    @PostMapping("/dossiers/{reference}/pieces/{piece}/indisponible")
    View unavailable(
            @PathVariable String reference,
            @PathVariable String piece,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        if (reason.isBlank() && seen.dossier().attachments().of(piece).isEmpty()) {
            return pieces(seen, piece, "site.pieces.why.missing", HttpStatus.UNPROCESSABLE_CONTENT);
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

    private View back(Seen seen) {
        return pages.to("/dossiers/" + seen.dossier().reference() + "/pieces");
    }

    /// Without the script: the form as the browser sends it.
    @PostMapping(
            path = "/dossiers/{reference}/pieces/{piece}",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    View sent(
            @PathVariable String reference,
            @PathVariable String piece,
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal Account account)
            throws IOException {
        Seen seen = seen(reference, piece, account);
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        try (InputStream in = file.getInputStream()) {
            return switch (documents.store(in, name, file.getSize(), account.actor())) {
                case Reception.Received received -> {
                    drafts.attach(seen.dossier().id(), piece, received.document().id(), account);
                    yield back(seen);
                }
                case Reception.Refused refused ->
                        pieces(seen, piece, refused.key(), HttpStatus.UNPROCESSABLE_CONTENT);
            };
        }
    }

    /// With the script: the bytes of the file, as they come.
    @PostMapping(
            path = "/dossiers/{reference}/pieces/{piece}",
            consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<Map<String, Object>> streamed(
            @PathVariable String reference,
            @PathVariable String piece,
            @RequestHeader(name = "X-File-Name", defaultValue = "") String name,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        Seen seen = seen(reference, piece, account);
        Reception reception =
                documents.store(
                        request.getInputStream(),
                        decoded(name),
                        request.getContentLengthLong(),
                        account.actor());
        return switch (reception) {
            case Reception.Received received -> {
                drafts.attach(seen.dossier().id(), piece, received.document().id(), account);
                yield ResponseEntity.ok(Map.of("received", true));
            }
            case Reception.Refused refused ->
                    ResponseEntity.unprocessableContent()
                            .body(Map.of("message", words.getMessage(refused.key(), null, locale)));
        };
    }

    /// The script encodes the name; who does not has it kept as it is.
    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return name;
        }
    }

    /// Checked before a byte is read: nobody sends a file to someone else's request.
    private Seen seen(String reference, String piece, Account account) {
        Seen seen = requests.byParty(reference, account);
        boolean theirs = seen.version().piece(piece).filter(p -> seen.fills(p.part())).isPresent();
        if (!theirs || !seen.may(Act.ATTACH)) {
            throw new NotFound();
        }
        return seen;
    }
}
