package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.revision.Reading;
import fr.gouv.workinfrance.examination.revision.Reviews;
import fr.gouv.workinfrance.examination.revision.Revision;
import fr.gouv.workinfrance.examination.revision.Revisions;
import fr.gouv.workinfrance.site.DocumentView;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenAppeals;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SeenRevisions;
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

import java.util.Map;

/// Signing an act about a decision that was given: the very documents, confirmed by their hashes,
/// or sent back with a reason.
@Controller
class RevisionSignaturePages {

    private static final String AT = "/signature/dossiers/{reference}/actes/{id}";

    private final SitePages pages;
    private final SeenDossiers cases;
    private final SeenRevisions seen;
    private final SeenAppeals appeals;
    private final Revisions revisions;
    private final Reviews reviews;
    private final Documents documents;
    private final Accounts accounts;

    RevisionSignaturePages(
            SitePages pages,
            SeenDossiers cases,
            SeenRevisions seen,
            SeenAppeals appeals,
            Revisions revisions,
            Reviews reviews,
            Documents documents,
            Accounts accounts) {
        this.pages = pages;
        this.cases = cases;
        this.seen = seen;
        this.appeals = appeals;
        this.revisions = revisions;
        this.reviews = reviews;
        this.documents = documents;
        this.accounts = accounts;
    }

    @GetMapping(AT)
    View review(
            @PathVariable String reference,
            @PathVariable String id,
            @AuthenticationPrincipal Account account) {
        Seen kase = cases.byAdministration(reference, account);
        Revision revision = seen.one(kase, id, true);
        return signable(kase, revision, account)
                ? show(kase, revision, "", HttpStatus.OK, account)
                : pages.to(back(kase, revision));
    }

    /// @param hashes of the documents that were on the page
    /// @param confirmed whether the signatory says that he read them
    @PostMapping(AT + "/signature")
    View sign(
            @PathVariable String reference,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String hashes,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @AuthenticationPrincipal Account account) {
        Seen kase = cases.byAdministration(reference, account);
        Revision revision = seen.one(kase, id, true);
        if (!confirmed && signable(kase, revision, account)) {
            return show(kase, revision, "confirmed", HttpStatus.UNPROCESSABLE_CONTENT, account);
        }
        reviews.sign(kase.dossier().id(), revision.id(), hashes, account);
        return pages.to(Done.SIGNED.at(next(kase, revision)));
    }

    @PostMapping(AT + "/renvoi")
    View sendBack(
            @PathVariable String reference,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Account account) {
        Seen kase = cases.byAdministration(reference, account);
        Revision revision = seen.one(kase, id, true);
        if (reason.isBlank() && signable(kase, revision, account)) {
            return show(kase, revision, "reason", HttpStatus.UNPROCESSABLE_CONTENT, account);
        }
        revisions.sendBack(kase.dossier().id(), revision.id(), reason, account);
        return pages.to(Done.SENT_BACK.at(next(kase, revision)));
    }

    /// The document itself, to be opened elsewhere.
    @GetMapping(AT + "/documents/{paper}")
    View document(
            @PathVariable String reference,
            @PathVariable String id,
            @PathVariable String paper,
            @AuthenticationPrincipal Account account) {
        Seen kase = cases.byAdministration(reference, account);
        return DocumentView.of(
                documents,
                read(kase, id, paper, account),
                account.actor(),
                kase.dossier().id().subject());
    }

    @GetMapping(AT + "/documents/{paper}/{page}")
    ResponseEntity<byte[]> sheet(
            @PathVariable String reference,
            @PathVariable String id,
            @PathVariable String paper,
            @PathVariable int page,
            @AuthenticationPrincipal Account account) {
        Seen kase = cases.byAdministration(reference, account);
        return documents
                .preview(
                        read(kase, id, paper, account),
                        page,
                        account.actor(),
                        kase.dossier().id().subject())
                .map(CasePages::png)
                .orElseThrow(NotFound::new);
    }

    private boolean signable(Seen kase, Revision revision, Account account) {
        return kase.may(Act.SIGN_REVISION)
                && revision.state() == Revision.State.DRAFTED
                && revisions.owns(kase.dossier(), revision.matter(), Act.SIGN_REVISION, account);
    }

    /// The authority above has no list of what it signs.
    private static String next(Seen kase, Revision revision) {
        return kase.byOffice() ? ToSignPages.AT : back(kase, revision);
    }

    /// To the authority above, the appeal alone stays open.
    private static String back(Seen kase, Revision revision) {
        return kase.byOffice()
                ? "/instruction/dossiers/" + kase.dossier().reference()
                : "/instruction/recours/" + revision.matter().answered().orElseThrow();
    }

    private DocumentId read(Seen kase, String id, String paper, Account account) {
        Revision revision = seen.one(kase, id, true);
        if (!signable(kase, revision, account)) {
            throw new NotFound();
        }
        return reviews.read(kase.dossier().id(), revision.id(), account).pages().stream()
                .filter(page -> page.paper().name().equals(paper))
                .map(Reading.Page::document)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /// @param wrong the field that is to be mended; empty when none is
    private View show(
            Seen kase, Revision revision, String wrong, HttpStatus status, Account account) {
        Reading reading = reviews.read(kase.dossier().id(), revision.id(), account);
        return pages.page(
                "site/caseworker/revision",
                Map.of(
                        "seen",
                        kase,
                        "view",
                        seen.of(kase, true),
                        "reading",
                        reading,
                        "files",
                        documents.find(
                                reading.pages().stream().map(Reading.Page::document).toList()),
                        "draftedBy",
                        accounts.account(revision.author()).map(Account::displayName).orElse(""),
                        "appeals",
                        revision.matter().answered().map(_ -> appeals.of(kase)),
                        "wrong",
                        wrong),
                status);
    }
}
