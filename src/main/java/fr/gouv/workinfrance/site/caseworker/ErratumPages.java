package fr.gouv.workinfrance.site.caseworker;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.revision.Drafting;
import fr.gouv.workinfrance.examination.revision.Erratum;
import fr.gouv.workinfrance.examination.revision.Matter;
import fr.gouv.workinfrance.examination.revision.Revisions;
import fr.gouv.workinfrance.examination.revision.Sketch;
import fr.gouv.workinfrance.examination.revision.Sketches;
import fr.gouv.workinfrance.examination.revision.Wording;
import fr.gouv.workinfrance.site.NotFound;
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
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Mending what a refusal misprints. That it refuses, and on which grounds, stays.
@Controller
class ErratumPages {

    private static final String AT = "/instruction/dossiers/{reference}/erratum";
    private static final FaultView FAULTS = new FaultView("site.decision.erratum");

    private final SitePages pages;
    private final SeenDossiers cases;
    private final SeenRevisions seen;
    private final Revisions revisions;
    private final Sketches sketches;

    ErratumPages(
            SitePages pages,
            SeenDossiers cases,
            SeenRevisions seen,
            Revisions revisions,
            Sketches sketches) {
        this.pages = pages;
        this.cases = cases;
        this.seen = seen;
        this.revisions = revisions;
        this.sketches = sketches;
    }

    @GetMapping(AT)
    View form(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        Seen kase = cases.byOffice(reference, account);
        RevisionsView known = seen.of(kase, true);
        Wording printed = known.wording();
        return !kase.may(Act.REVISE) || printed == null || !known.draftable(Matter.Kind.ERRATUM)
                ? to(kase)
                : show(kase, printed, ErratumForm.of(printed), Set.of(), List.of(), HttpStatus.OK);
    }

    @PostMapping(AT)
    View draft(
            @PathVariable String reference,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "apercu", defaultValue = "false") boolean preview,
            @AuthenticationPrincipal Account account) {
        Seen kase = cases.byOffice(reference, account);
        @Nullable Wording printed = seen.of(kase, true).wording();
        if (!kase.may(Act.REVISE) || printed == null) {
            throw new NotFound();
        }
        ErratumForm form = new ErratumForm(typed);
        Erratum erratum = form.read(printed);
        if (preview) {
            return switch (sketches.of(kase.dossier().id(), erratum, account)) {
                case Sketch.Drawn drawn ->
                        show(kase, printed, form, Set.of(), PreviewView.of(drawn), HttpStatus.OK);
                case Sketch.Faulty(var why) -> wrong(kase, printed, form, why.fields());
            };
        }
        return switch (revisions.draft(kase.dossier().id(), erratum, account)) {
            case Drafting.Drafted _ -> to(kase, Done.DRAFTED);
            case Drafting.Faulty(var fields, _) -> wrong(kase, printed, form, fields);
        };
    }

    private View wrong(Seen kase, Wording printed, ErratumForm form, Set<String> fields) {
        return show(kase, printed, form, fields, List.of(), UNPROCESSABLE_CONTENT);
    }

    private View to(Seen kase, Done done) {
        return pages.to(done.at("/instruction/dossiers/" + kase.dossier().reference()));
    }

    private View to(Seen kase) {
        return pages.to("/instruction/dossiers/" + kase.dossier().reference());
    }

    private View show(
            Seen kase,
            Wording printed,
            ErratumForm form,
            Set<String> wrong,
            List<PreviewView> drawn,
            HttpStatus status) {
        return pages.page(
                "site/caseworker/erratum",
                Map.of(
                        "seen", kase,
                        "printed", printed,
                        "form", form,
                        "wrong", FAULTS.keys(wrong),
                        "drawn", drawn),
                status);
    }
}
