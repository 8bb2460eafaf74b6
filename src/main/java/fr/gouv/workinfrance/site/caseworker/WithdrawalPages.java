package fr.gouv.workinfrance.site.caseworker;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.revision.Drafting;
import fr.gouv.workinfrance.examination.revision.Hearings;
import fr.gouv.workinfrance.examination.revision.Matter;
import fr.gouv.workinfrance.examination.revision.Revisions;
import fr.gouv.workinfrance.examination.revision.Sketch;
import fr.gouv.workinfrance.examination.revision.Sketches;
import fr.gouv.workinfrance.examination.revision.Withdrawal;
import fr.gouv.workinfrance.procedure.Ground;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SeenRevisions;
import fr.gouv.workinfrance.site.SitePages;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Taking an authorization back: the persons concerned are told why and heard, and only then is it
/// signed.
@Controller
class WithdrawalPages {

    private static final String AT = "/instruction/dossiers/{reference}";
    private static final FaultView FAULTS = new FaultView("site.decision.withdraw");

    private final SitePages pages;
    private final SeenDossiers cases;
    private final SeenRevisions seen;
    private final Revisions revisions;
    private final Sketches sketches;
    private final Hearings hearings;
    private final Procedures procedures;

    WithdrawalPages(
            SitePages pages,
            SeenDossiers cases,
            SeenRevisions seen,
            Revisions revisions,
            Sketches sketches,
            Hearings hearings,
            Procedures procedures) {
        this.pages = pages;
        this.cases = cases;
        this.seen = seen;
        this.revisions = revisions;
        this.sketches = sketches;
        this.hearings = hearings;
        this.procedures = procedures;
    }

    @GetMapping(AT + "/retrait")
    View form(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        Seen kase = cases.byOffice(reference, account);
        if (!kase.may(Act.REVISE) || !seen.of(kase, true).draftable(Matter.Kind.WITHDRAWAL)) {
            return to(kase);
        }
        String earliest = revisions.answerBy(kase.dossier()).toString();
        return show(kase, new WithdrawalForm("", "", earliest), Set.of(), List.of(), HttpStatus.OK);
    }

    @PostMapping(AT + "/retrait")
    View draft(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String facts,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(name = "apercu", defaultValue = "false") boolean preview,
            @AuthenticationPrincipal Account account) {
        Seen kase = cases.byOffice(reference, account);
        if (!kase.may(Act.REVISE) || seen.of(kase, true).terms() == null) {
            throw new NotFound();
        }
        WithdrawalForm form = new WithdrawalForm(ground, facts, by);
        Optional<Withdrawal> read = form.read();
        if (read.isEmpty()) {
            return wrong(kase, form, Set.of("by"));
        }
        if (preview) {
            return switch (sketches.of(kase.dossier().id(), read.get(), account)) {
                case Sketch.Drawn drawn ->
                        show(kase, form, Set.of(), PreviewView.of(drawn), HttpStatus.OK);
                case Sketch.Faulty(var why) -> wrong(kase, form, why.fields());
            };
        }
        return switch (revisions.draft(kase.dossier().id(), read.get(), account)) {
            case Drafting.Drafted _ -> to(kase, Done.HEARING);
            case Drafting.Faulty(var fields, _) -> wrong(kase, form, fields);
        };
    }

    private View wrong(Seen kase, WithdrawalForm form, Set<String> fields) {
        return show(kase, form, fields, List.of(), UNPROCESSABLE_CONTENT);
    }

    /// What came of a request to be heard.
    @PostMapping(AT + "/actes/{id}/entretien")
    View interview(
            @PathVariable String reference,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal Account account) {
        Seen kase = cases.byOffice(reference, account);
        var revision = seen.one(kase, id, true);
        if (!words.isBlank()) {
            hearings.tell(kase.dossier().id(), revision.id(), words, account);
        }
        return to(kase);
    }

    @GetMapping(AT + "/actes/{id}/observations/{document}")
    View observed(
            @PathVariable String reference,
            @PathVariable String id,
            @PathVariable String document,
            @AuthenticationPrincipal Account account) {
        return seen.observed(cases.byOffice(reference, account), id, document, account);
    }

    private View to(Seen kase, Done done) {
        return pages.to(done.at("/instruction/dossiers/" + kase.dossier().reference()));
    }

    private View to(Seen kase) {
        return pages.to("/instruction/dossiers/" + kase.dossier().reference());
    }

    private View show(
            Seen kase,
            WithdrawalForm form,
            Set<String> wrong,
            List<PreviewView> drawn,
            HttpStatus status) {
        Dossier dossier = kase.dossier();
        Map<String, LocalDate> last = new HashMap<>();
        Map<String, LocalDate> first = new HashMap<>();
        for (Ground ground : procedures.retraction().grounds()) {
            revisions.last(dossier, ground).ifPresent(day -> last.put(ground.id(), day));
            if (ground.after() != null) {
                first.put(ground.id(), revisions.first(dossier, ground));
            }
        }
        return pages.page(
                "site/caseworker/withdrawal",
                Map.of(
                        "seen", kase,
                        "law", procedures.retraction(),
                        "last", last,
                        "first", first,
                        "earliest", revisions.answerBy(dossier),
                        "form", form,
                        "wrong", FAULTS.keys(wrong),
                        "drawn", drawn),
                status);
    }
}
