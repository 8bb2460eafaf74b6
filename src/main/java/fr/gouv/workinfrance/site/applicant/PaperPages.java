package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.Bindings;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SeenPapers;
import fr.gouv.workinfrance.site.SitePages;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The documents of one's own request, read page by page; several photographs made one PDF.
@Controller
class PaperPages {

    private static final String AT = "/dossiers/{reference}/documents/{name}";
    private static final String BIND = "/dossiers/{reference}/pieces/{piece}/reunir";

    private final SitePages pages;
    private final SeenDossiers requests;
    private final SeenPapers papers;
    private final Documents documents;
    private final Bindings bindings;
    private final Drafts drafts;

    PaperPages(
            SitePages pages,
            SeenDossiers requests,
            SeenPapers papers,
            Documents documents,
            Bindings bindings,
            Drafts drafts) {
        this.pages = pages;
        this.requests = requests;
        this.papers = papers;
        this.documents = documents;
        this.bindings = bindings;
        this.drafts = drafts;
    }

    @GetMapping(AT + "/lecture")
    View reading(
            @PathVariable String reference,
            @PathVariable String name,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String zoom,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        String at = "/dossiers/" + seen.dossier().reference();
        String back = seen.may(Act.ATTACH) || seen.dossier().amending() ? at + "/pieces" : at;
        return papers.reading(seen, name, page, !zoom.isEmpty(), at, back);
    }

    @GetMapping(AT + "/{page}")
    ResponseEntity<byte[]> sheet(
            @PathVariable String reference,
            @PathVariable String name,
            @PathVariable int page,
            @RequestParam(name = "largeur", defaultValue = "1400") int width,
            @AuthenticationPrincipal Account account) {
        return papers.sheet(requests.byParty(reference, account), name, page, width, account);
    }

    // ---- several photographs, one PDF

    /// @param order ids of images, between commas; empty for all of them
    @GetMapping(BIND)
    View binding(
            @PathVariable String reference,
            @PathVariable String piece,
            @RequestParam(name = "ordre", defaultValue = "") String order,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        return show(view(seen, piece, order), "", HttpStatus.OK);
    }

    @PostMapping(BIND)
    View bind(
            @PathVariable String reference,
            @PathVariable String piece,
            @RequestParam(name = "ordre", defaultValue = "") String order,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        BindingView view = view(seen, piece, order);
        List<DocumentId> images = view.order().stream().map(StoredDocument::id).toList();
        if (!view.ready() || images.size() > Bindings.MOST) {
            return show(view, "site.paper.bind.count", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Optional<Reception> bound =
                bindings.bind(
                        images,
                        view.piece().name().in(Locale.FRENCH),
                        account.actor(),
                        seen.dossier().id().subject());
        if (bound.isEmpty()) {
            return show(view, "site.paper.bind.gone", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (bound.get()) {
            case Reception.Received(StoredDocument document) -> {
                drafts.replace(seen.dossier().id(), piece, images, document.id(), account);
                yield pages.to(view.base() + "/pieces");
            }
            case Reception.Refused refused ->
                    show(view, refused.key(), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private View show(BindingView view, String wrong, HttpStatus status) {
        return pages.page("site/applicant/binding", Map.of("view", view, "wrong", wrong), status);
    }

    /// Only for who may join and take off, and where there is something to bind.
    private BindingView view(Seen seen, String piece, String order) {
        Piece wanted = seen.version().piece(piece).filter(seen::changes).orElseThrow(NotFound::new);
        List<StoredDocument> images =
                BindingView.images(
                        seen, wanted, documents.find(seen.dossier().attachments().documents()));
        if (images.size() < 2) {
            throw new NotFound();
        }
        return BindingView.of(seen, wanted, images, order);
    }
}
