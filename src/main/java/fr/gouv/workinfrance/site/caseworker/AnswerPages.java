package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.examination.appeal.Recourse;
import fr.gouv.workinfrance.examination.revision.Drafting;
import fr.gouv.workinfrance.examination.revision.Reversal.Basis;
import fr.gouv.workinfrance.examination.revision.Revisions;
import fr.gouv.workinfrance.examination.revision.Sketch;
import fr.gouv.workinfrance.examination.revision.Sketches;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenAppeals;
import fr.gouv.workinfrance.site.SitePages;
import fr.gouv.workinfrance.site.caseworker.AnswerForm.Way;

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
import java.util.UUID;

/// Drafting the answer to an appeal or to a request for reasons: another signs it.
@Controller
class AnswerPages {

    private static final String AT = "/instruction/recours/{id}/reponse";

    private final SitePages pages;
    private final Appeals appeals;
    private final SeenAppeals shown;
    private final SeenAnswers answers;
    private final Revisions revisions;
    private final Sketches sketches;

    AnswerPages(
            SitePages pages,
            Appeals appeals,
            SeenAppeals shown,
            SeenAnswers answers,
            Revisions revisions,
            Sketches sketches) {
        this.pages = pages;
        this.appeals = appeals;
        this.shown = shown;
        this.answers = answers;
        this.revisions = revisions;
        this.sketches = sketches;
    }

    @GetMapping(AT)
    View answer(
            @PathVariable UUID id,
            @RequestParam(name = "sens", defaultValue = "") String way,
            @AuthenticationPrincipal Account account) {
        Recourse one = handled(id, account);
        Seen seen = answers.answering(one, account).orElseThrow(NotFound::new);
        return show(seen, one, AnswerForm.empty(way(one, way, account)), List.of(), HttpStatus.OK);
    }

    @PostMapping(AT)
    View draft(
            @PathVariable UUID id,
            @RequestParam(name = "sens", defaultValue = "") String way,
            @RequestParam(name = "fondement", required = false) @Nullable Basis basis,
            @RequestParam(name = "motifs", defaultValue = "") List<String> reasons,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "apercu", defaultValue = "false") boolean preview,
            @AuthenticationPrincipal Account account) {
        Recourse one = handled(id, account);
        Seen seen = answers.answering(one, account).orElseThrow(NotFound::new);
        AnswerForm form =
                new AnswerForm(
                        way(one, way, account),
                        basis == null ? Basis.WITHDRAWN : basis,
                        reasons.stream()
                                .filter(each -> seen.version().reason(each).isPresent())
                                .toList(),
                        reason,
                        Set.of());
        if (preview) {
            return switch (sketches.of(one.dossier(), form.matter(id), account)) {
                case Sketch.Drawn drawn ->
                        show(seen, one, form, PreviewView.of(drawn), HttpStatus.OK);
                case Sketch.Faulty(var why) -> wrong(seen, one, form.with(why.fields()));
            };
        }
        return switch (revisions.draft(one.dossier(), form.matter(id), account)) {
            case Drafting.Drafted _ -> pages.to(Done.DRAFTED.at("/instruction/recours/" + id));
            case Drafting.Faulty(var faults, _) -> wrong(seen, one, form.with(faults));
        };
    }

    private View wrong(Seen seen, Recourse one, AnswerForm form) {
        return show(seen, one, form, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Way way(Recourse one, String way, Account account) {
        return answers.ways(one, account).stream()
                .filter(each -> each.slug().equals(way))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Recourse handled(UUID id, Account account) {
        return appeals.handled(id, account).orElseThrow(NotFound::new);
    }

    private View show(
            Seen seen, Recourse one, AnswerForm form, List<PreviewView> drawn, HttpStatus status) {
        return pages.page(
                "site/caseworker/answer",
                Map.of(
                        "seen", seen,
                        "view", shown.of(one),
                        "one", one,
                        "form", form,
                        "drawn", drawn),
                status);
    }
}
