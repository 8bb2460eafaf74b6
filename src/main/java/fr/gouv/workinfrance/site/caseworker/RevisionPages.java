package fr.gouv.workinfrance.site.caseworker;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.revision.Drafting;
import fr.gouv.workinfrance.examination.revision.Matter;
import fr.gouv.workinfrance.examination.revision.Revisions;
import fr.gouv.workinfrance.examination.revision.Sketch;
import fr.gouv.workinfrance.examination.revision.Sketches;
import fr.gouv.workinfrance.permit.Terms;
import fr.gouv.workinfrance.procedure.Gap;
import fr.gouv.workinfrance.procedure.Parsed;
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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Drafting an act about a decision that was given, and abandoning it. Nothing is given to the
/// parties before a signatory has signed it.
@Controller
class RevisionPages {

    private static final String AT = "/instruction/dossiers/{reference}";
    private static final FaultView FAULTS = new FaultView("site.decision.mend");

    private final SitePages pages;
    private final SeenDossiers cases;
    private final SeenRevisions seen;
    private final Revisions revisions;
    private final Sketches sketches;

    RevisionPages(
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

    @GetMapping(AT + "/rectification")
    View rectification(
            @PathVariable String reference,
            @AuthenticationPrincipal Account account,
            Locale locale) {
        Seen kase = cases.byOffice(reference, account);
        RevisionsView known = seen.of(kase, true);
        Terms printed = known.terms();
        if (!kase.may(Act.REVISE)
                || printed == null
                || !known.draftable(Matter.Kind.RECTIFICATION)) {
            return to(kase);
        }
        return show(
                kase,
                RectificationForm.of(printed, kase.version(), locale),
                Map.of(),
                List.of(),
                List.of(),
                HttpStatus.OK);
    }

    @PostMapping(AT + "/rectification")
    View rectify(
            @PathVariable String reference,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "apercu", defaultValue = "false") boolean preview,
            @AuthenticationPrincipal Account account,
            Locale locale) {
        Seen kase = cases.byOffice(reference, account);
        @Nullable Terms printed = seen.of(kase, true).terms();
        if (!kase.may(Act.REVISE) || printed == null) {
            throw new NotFound();
        }
        RectificationForm form = new RectificationForm(typed);
        boolean acquired = kase.dossier().course().acquired().isPresent();
        return switch (form.read(printed, acquired, kase.version(), locale)) {
            case RectificationForm.Read.Wrong(var wrong) -> wrong(kase, form, wrong, List.of());
            case RectificationForm.Read.Understood(var matter) when preview ->
                    switch (sketches.of(kase.dossier().id(), matter, account)) {
                        case Sketch.Drawn drawn ->
                                show(
                                        kase,
                                        form,
                                        Map.of(),
                                        List.of(),
                                        PreviewView.of(drawn),
                                        HttpStatus.OK);
                        case Sketch.Faulty(var why) -> wrong(kase, form, why);
                    };
            case RectificationForm.Read.Understood(var matter) ->
                    switch (revisions.draft(kase.dossier().id(), matter, account)) {
                        case Drafting.Drafted _ -> to(kase, Done.DRAFTED);
                        case Drafting.Faulty why -> wrong(kase, form, why);
                    };
        };
    }

    private View wrong(Seen kase, RectificationForm form, Drafting.Faulty why) {
        Map<String, Parsed.Wrong> wrong = new LinkedHashMap<>();
        FAULTS.keys(why.fields())
                .forEach((field, key) -> wrong.put(field, new Parsed.Wrong(key, List.of())));
        return wrong(kase, form, wrong, why.gaps());
    }

    private View wrong(
            Seen kase, RectificationForm form, Map<String, Parsed.Wrong> wrong, List<Gap> gaps) {
        return show(kase, form, wrong, gaps, List.of(), UNPROCESSABLE_CONTENT);
    }

    @PostMapping(AT + "/actes/{id}/abandon")
    View abandon(
            @PathVariable String reference,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Account account) {
        Seen kase = cases.byOffice(reference, account);
        revisions.abandon(kase.dossier().id(), seen.one(kase, id, true).id(), reason, account);
        return to(kase, Done.ABANDONED);
    }

    @GetMapping(AT + "/actes/{id}/documents/{paper}")
    View document(
            @PathVariable String reference,
            @PathVariable String id,
            @PathVariable String paper,
            @AuthenticationPrincipal Account account) {
        return seen.document(cases.byOffice(reference, account), id, paper, true, account);
    }

    private View to(Seen kase, Done done) {
        return pages.to(done.at("/instruction/dossiers/" + kase.dossier().reference()));
    }

    private View to(Seen kase) {
        return pages.to("/instruction/dossiers/" + kase.dossier().reference());
    }

    private View show(
            Seen kase,
            RectificationForm form,
            Map<String, Parsed.Wrong> wrong,
            List<Gap> gaps,
            List<PreviewView> drawn,
            HttpStatus status) {
        return pages.page(
                "site/caseworker/rectification",
                Map.of(
                        "seen", kase,
                        "form", form,
                        "wrong", wrong,
                        "gaps", gaps,
                        "drawn", drawn),
                status);
    }
}
