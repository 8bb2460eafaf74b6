package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.revision.Revision;
import fr.gouv.workinfrance.site.MessagesView.Typed;
import fr.gouv.workinfrance.site.MessagesView.Wrong;
import fr.gouv.workinfrance.site.RevisionsView;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SeenRevisions;
import fr.gouv.workinfrance.site.SitePages;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a party reads of the acts about the decision, and what it answers before an authorization
/// is taken back.
@Controller
class GivenRevisionPages {

    private static final String AT = "/dossiers/{reference}/actes/{id}";

    private final SitePages pages;
    private final SeenDossiers requests;
    private final SeenRevisions revisions;

    GivenRevisionPages(SitePages pages, SeenDossiers requests, SeenRevisions revisions) {
        this.pages = pages;
        this.requests = requests;
        this.revisions = revisions;
    }

    @GetMapping(AT)
    View answer(
            @PathVariable String reference,
            @PathVariable String id,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        Revision revision = revisions.one(seen, id, false);
        RevisionsView view = revisions.of(seen, false);
        return view.answers(revision)
                ? show(seen, view, revision, Typed.NOTHING, HttpStatus.OK)
                : to(seen);
    }

    /// @param nothing whether the party says that it has nothing to say
    /// @param oral whether it asks to be heard
    @PostMapping(AT + "/observations")
    View observe(
            @PathVariable String reference,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean nothing,
            @RequestParam(defaultValue = "false") boolean oral,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            @AuthenticationPrincipal Account account)
            throws IOException {
        Seen seen = requests.byParty(reference, account);
        Revision revision = revisions.one(seen, id, false);
        Map<String, Wrong> wrong =
                nothing
                        ? revisions.observe(seen, revision, "", true, false, List.of(), account)
                        : revisions.observe(
                                seen,
                                revision,
                                words,
                                false,
                                oral,
                                files == null ? List.of() : files,
                                account);
        return wrong.isEmpty()
                ? to(seen)
                : show(
                        seen,
                        revisions.of(seen, false),
                        revision,
                        new Typed(Set.of(), words, wrong),
                        HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping(AT + "/documents/{paper}")
    View document(
            @PathVariable String reference,
            @PathVariable String id,
            @PathVariable String paper,
            @AuthenticationPrincipal Account account) {
        return revisions.document(requests.byParty(reference, account), id, paper, false, account);
    }

    private View to(Seen seen) {
        return pages.to("/dossiers/" + seen.dossier().reference());
    }

    private View show(
            Seen seen, RevisionsView view, Revision revision, Typed typed, HttpStatus status) {
        return pages.page(
                "site/applicant/observation",
                Map.of("seen", seen, "view", view, "revision", revision, "typed", typed),
                status);
    }
}
