package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.employer.mandate.Mandate;
import fr.gouv.workinfrance.employer.mandate.Mandates;
import fr.gouv.workinfrance.site.DocumentView;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SeenPapers;
import fr.gouv.workinfrance.site.SitePages;
import fr.gouv.workinfrance.site.caseworker.SeenCases.Turned;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.UUID;

/// One dossier on the caseworker's desk: what was answered beside the documents that show it, the
/// clock, the parties, what happened; and the acts that come before a decision.
@Controller
class CasePages {

    private static final String AT = "/instruction/dossiers/{reference}";

    private final SitePages pages;
    private final SeenDossiers cases;
    private final SeenCases shownCases;
    private final Decisions decisions;
    private final Documents documents;
    private final SeenPapers shown;
    private final Mandates mandates;

    CasePages(
            SitePages pages,
            SeenDossiers cases,
            SeenCases shownCases,
            Decisions decisions,
            Documents documents,
            SeenPapers shown,
            Mandates mandates) {
        this.pages = pages;
        this.cases = cases;
        this.shownCases = shownCases;
        this.decisions = decisions;
        this.documents = documents;
        this.shown = shown;
        this.mandates = mandates;
    }

    /// @param wanted the document looked at; the first one when none is named
    /// @param page of it, from 1
    /// @param done what was just done
    @GetMapping(AT)
    View dossier(
            @PathVariable String reference,
            @RequestParam(name = "document", defaultValue = "") String wanted,
            @RequestParam(name = "page", defaultValue = "1") int page,
            @RequestParam(name = Done.PARAMETER, defaultValue = "") String done,
            @AuthenticationPrincipal Account account) {
        return shownCases.show(
                cases.wholeByOffice(reference, account),
                account,
                new Turned(wanted, page, Done.of(done)),
                MarginForm.NOTHING);
    }

    /// The document of a mandate under which the request is, or was, filed.
    @GetMapping(AT + "/mandats/{id}")
    View mandate(
            @PathVariable String reference,
            @PathVariable String id,
            @AuthenticationPrincipal Account account) {
        Dossier dossier = cases.byOffice(reference, account).dossier();
        DocumentId document =
                mandates.on(dossier.request(), SeenCases.holder(dossier)).stream()
                        .filter(mandate -> mandate.id().toString().equals(id))
                        .findFirst()
                        .map(Mandate::document)
                        .orElseThrow(NotFound::new);
        return DocumentView.of(documents, document, account.actor(), dossier.id().subject());
    }

    @GetMapping(AT + "/documents/{name}")
    View document(
            @PathVariable String reference,
            @PathVariable String name,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        String at = "/instruction/dossiers/" + seen.dossier().reference();
        return shown.file(seen, name, at, account, () -> {});
    }

    /// A page of a document, drawn by us: nothing of the file itself reaches the browser.
    @GetMapping(AT + "/documents/{name}/{page}")
    ResponseEntity<byte[]> sheet(
            @PathVariable String reference,
            @PathVariable String name,
            @PathVariable int page,
            @RequestParam(name = "largeur", defaultValue = "1400") int width,
            @AuthenticationPrincipal Account account) {
        return shown.sheet(cases.byOffice(reference, account), name, page, width, account);
    }

    /// The same document alone, page by page.
    @GetMapping(AT + "/documents/{name}/lecture")
    View reading(
            @PathVariable String reference,
            @PathVariable String name,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String zoom,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        String at = "/instruction/dossiers/" + seen.dossier().reference();
        return shown.reading(seen, name, page, !zoom.isEmpty(), at, at);
    }

    static ResponseEntity<byte[]> png(byte[] image) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(image);
    }

    @PostMapping(AT + "/affectation")
    View assign(
            @PathVariable String reference,
            @RequestParam UUID caseworker,
            @AuthenticationPrincipal Account account) {
        return to(
                decisions.assign(id(reference, account), caseworker, account),
                caseworker.equals(account.id()) ? Done.TAKEN : Done.GIVEN);
    }

    @PostMapping(AT + "/completude")
    View certify(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        return to(decisions.certify(id(reference, account), account), Done.CERTIFIED);
    }

    @PostMapping(AT + "/examen")
    View begin(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        return to(decisions.begin(id(reference, account), account), Done.BEGUN);
    }

    private View to(Dossier dossier, Done done) {
        return pages.to(done.at("/instruction/dossiers/" + dossier.reference()));
    }

    private DossierId id(String reference, Account account) {
        return cases.byOffice(reference, account).dossier().id();
    }
}
