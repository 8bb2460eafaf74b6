package fr.gouv.workinfrance.site.caseworker;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.revision.Drafting;
import fr.gouv.workinfrance.examination.revision.Matter;
import fr.gouv.workinfrance.examination.revision.Revisions;
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

    RevisionPages(SitePages pages, SeenDossiers cases, SeenRevisions seen, Revisions revisions) {
        this.pages = pages;
        this.cases = cases;
        this.seen = seen;
        this.revisions = revisions;
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
                HttpStatus.OK);
    }

    @PostMapping(AT + "/rectification")
    View rectify(
            @PathVariable String reference,
            @RequestParam Map<String, String> typed,
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
            case RectificationForm.Read.Wrong(var wrong) ->
                    show(kase, form, wrong, List.of(), UNPROCESSABLE_CONTENT);
            case RectificationForm.Read.Understood(var matter) ->
                    switch (revisions.draft(kase.dossier().id(), matter, account)) {
                        case Drafting.Drafted _ -> to(kase, Done.DRAFTED);
                        case Drafting.Faulty(var fields, var gaps) -> {
                            Map<String, Parsed.Wrong> wrong = new LinkedHashMap<>();
                            FAULTS.keys(fields)
                                    .forEach(
                                            (field, key) ->
                                                    wrong.put(
                                                            field,
                                                            new Parsed.Wrong(key, List.of())));
                            yield show(kase, form, wrong, gaps, UNPROCESSABLE_CONTENT);
                        }
                    };
        };
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
            HttpStatus status) {
        return pages.page(
                "site/caseworker/rectification",
                Map.of("seen", kase, "form", form, "wrong", wrong, "gaps", gaps),
                status);
    }
}
