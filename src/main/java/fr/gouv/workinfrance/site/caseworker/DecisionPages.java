package fr.gouv.workinfrance.site.caseworker;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Preparation;
import fr.gouv.workinfrance.dossier.Project;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.Examinations;
import fr.gouv.workinfrance.examination.Preview;
import fr.gouv.workinfrance.examination.margin.Doubt;
import fr.gouv.workinfrance.examination.margin.Doubts;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.procedure.Gap;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.reference.Territories;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SitePages;
import fr.gouv.workinfrance.site.caseworker.ProjectView.Begun;

import org.springframework.http.HttpStatus;
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

/// Preparing a decision: what is granted, or why it is refused. Nothing is sent before a signatory
/// has signed it.
@Controller
class DecisionPages {

    private static final String AT = "/instruction/dossiers/{reference}/decision";
    private static final String GRANTS = "accord";
    private static final String REQUEST = "demande";

    private final SitePages pages;
    private final SeenDossiers cases;
    private final Decisions decisions;
    private final Examinations examinations;
    private final SeenCriteria judged;
    private final Doubts doubts;
    private final Territories territories;
    private final Journal journal;

    DecisionPages(
            SitePages pages,
            SeenDossiers cases,
            Decisions decisions,
            Examinations examinations,
            SeenCriteria judged,
            Doubts doubts,
            Territories territories,
            Journal journal) {
        this.pages = pages;
        this.cases = cases;
        this.decisions = decisions;
        this.examinations = examinations;
        this.judged = judged;
        this.doubts = doubts;
        this.territories = territories;
        this.journal = journal;
    }

    /// @param from the request, where what was sent back is not to be taken again
    @GetMapping(AT)
    View form(
            @PathVariable String reference,
            @RequestParam(name = "sens", defaultValue = GRANTS) String kind,
            @RequestParam(name = "depuis", defaultValue = "") String from,
            @AuthenticationPrincipal Account account,
            Locale locale) {
        Seen seen = cases.byOffice(reference, account);
        if (!seen.may(Act.PREPARE)) {
            return pages.to("/instruction/dossiers/" + seen.dossier().reference());
        }
        DecisionForm asked =
                DecisionForm.asked(
                        kind.equals(GRANTS),
                        seen.dossier(),
                        seen.version(),
                        decisions.zone(seen.dossier()),
                        locale);
        Optional<Project> project = project(seen.dossier());
        return project.filter(one -> one.grants() == asked.grants() && !from.equals(REQUEST))
                .map(decisions::decision)
                .map(decision -> asked.again(decision, seen.version(), locale))
                .map(again -> begin(seen, again, project, Begun.PROJECT))
                .orElseGet(() -> begin(seen, asked, project, Begun.REQUEST));
    }

    private Optional<Project> project(Dossier dossier) {
        return Project.of(dossier, journal.of(dossier.id().subject()));
    }

    /// @param version of the dossier that the caseworker had before his eyes
    /// @param typed all of it, with the wordings of the grounds
    /// @param preview whether the document is only to be shown
    @PostMapping(AT)
    View prepare(
            @PathVariable String reference,
            @RequestParam(name = "sens") String kind,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String hours,
            @RequestParam(defaultValue = "") String pay,
            @RequestParam(defaultValue = "") String land,
            @RequestParam(defaultValue = "") String departments,
            @RequestParam(name = "condition", defaultValue = "") List<String> conditions,
            @RequestParam(defaultValue = "") String further,
            @RequestParam(name = "reason", defaultValue = "") List<String> reasons,
            @RequestParam(defaultValue = "") String facts,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "apercu", defaultValue = "false") boolean preview,
            @AuthenticationPrincipal Account account,
            Locale locale) {
        Seen seen = cases.byOffice(reference, account);
        Dossier dossier = seen.dossier();
        DecisionForm form =
                new DecisionForm(
                        kind.equals(GRANTS),
                        from,
                        until,
                        hours,
                        pay,
                        land,
                        departments,
                        conditions,
                        further,
                        reasons,
                        DecisionForm.wordings(typed),
                        facts);
        return switch (form.read(
                dossier, seen.version(), decisions.criteria(dossier), territories, locale)) {
            case DecisionForm.Read.Wrong(var wrong) ->
                    show(seen, form, wrong, List.of(), List.of(), UNPROCESSABLE_CONTENT);
            case DecisionForm.Read.Understood(var decision) when preview ->
                    switch (examinations.preview(dossier.id(), version, decision, account)) {
                        case Preview.Faulty(List<Gap> gaps) -> wrong(seen, form, gaps);
                        case Preview.Drawn drawn ->
                                show(
                                        seen,
                                        form,
                                        Map.of(),
                                        List.of(),
                                        PreviewView.of(drawn),
                                        HttpStatus.OK);
                    };
            case DecisionForm.Read.Understood(var decision) ->
                    switch (decisions.prepare(dossier.id(), version, decision, account)) {
                        case Preparation.Faulty(List<Gap> gaps) -> wrong(seen, form, gaps);
                        case Preparation.Ready(Dossier prepared) ->
                                pages.to(
                                        Done.PREPARED.at(
                                                "/instruction/dossiers/" + prepared.reference()));
                    };
        };
    }

    private View wrong(Seen seen, DecisionForm form, List<Gap> gaps) {
        return show(seen, form, Map.of(), gaps, List.of(), UNPROCESSABLE_CONTENT);
    }

    private View begin(Seen seen, DecisionForm form, Optional<Project> project, Begun begun) {
        return show(
                seen,
                form,
                Map.of(),
                List.of(),
                List.of(),
                project.map(one -> new ProjectView(one, begun)),
                HttpStatus.OK);
    }

    private View show(
            Seen seen,
            DecisionForm form,
            Map<String, Parsed.Wrong> wrong,
            List<Gap> gaps,
            List<PreviewView> drawn,
            HttpStatus status) {
        return show(
                seen,
                form,
                wrong,
                gaps,
                drawn,
                project(seen.dossier()).map(one -> new ProjectView(one, Begun.TYPED)),
                status);
    }

    private View show(
            Seen seen,
            DecisionForm form,
            Map<String, Parsed.Wrong> wrong,
            List<Gap> gaps,
            List<PreviewView> drawn,
            Optional<ProjectView> project,
            HttpStatus status) {
        Version criteria = decisions.criteria(seen.dossier());
        CriteriaView criteriaSeen = judged.of(seen);
        return pages.page(
                "site/caseworker/decision",
                Map.of(
                        "seen", seen,
                        "criteria", criteria,
                        "form", form,
                        "wrong", wrong,
                        "gaps", gaps,
                        "lands", territories.lands(),
                        "drawn", drawn,
                        "project", project,
                        "ready",
                                examinations.readiness(
                                        seen.dossier(),
                                        criteriaSeen.left(),
                                        doubts.of(seen).stream().filter(Doubt::open).count()),
                        "judged", criteriaSeen),
                status);
    }
}
