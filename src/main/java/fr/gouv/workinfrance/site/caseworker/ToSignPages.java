package fr.gouv.workinfrance.site.caseworker;

import static fr.gouv.workinfrance.examination.worklist.Worklist.View.TO_SIGN;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.examination.worklist.Filter;
import fr.gouv.workinfrance.examination.worklist.Labels;
import fr.gouv.workinfrance.examination.worklist.Pending;
import fr.gouv.workinfrance.examination.worklist.Worklist;
import fr.gouv.workinfrance.examination.worklist.Worklist.Line;
import fr.gouv.workinfrance.examination.worklist.Worklists;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.site.SitePages;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What waits to be signed by someone: what each is, for whom, who prepared it and by when.
@Controller
class ToSignPages {

    static final String AT = "/signature";

    private final SitePages pages;
    private final Worklists worklists;
    private final SeenUrgencies urgencies;
    private final Labels labels;
    private final Procedures procedures;
    private final Accounts accounts;

    ToSignPages(
            SitePages pages,
            Worklists worklists,
            SeenUrgencies urgencies,
            Labels labels,
            Procedures procedures,
            Accounts accounts) {
        this.pages = pages;
        this.worklists = worklists;
        this.urgencies = urgencies;
        this.labels = labels;
        this.procedures = procedures;
        this.accounts = accounts;
    }

    /// @param after where the page begins; empty for the first
    /// @param done what was just done
    @GetMapping(AT)
    View toSign(
            @RequestParam(name = "apres", defaultValue = "") String after,
            @RequestParam(name = Done.PARAMETER, defaultValue = "") String done,
            @AuthenticationPrincipal Account account,
            Locale locale) {
        Map<String, String> view = Map.of(FilterForm.VIEW, WorklistView.slug(TO_SIGN));
        Worklist worklist =
                worklists.page(
                        account,
                        Filter.of(TO_SIGN),
                        WorklistView.cursor(after, TO_SIGN).orElse(null),
                        WorklistPages.SIZE);
        List<Pending> pending = worklists.pending(worklist.lines());
        return pages.page(
                "site/caseworker/to-sign",
                Map.of(
                        "view",
                        new ToSignView(
                                new WorklistView(
                                        worklist,
                                        FilterForm.of(view, procedures.all(), locale),
                                        null,
                                        procedures.all().stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                Procedure::id, Procedure::name)),
                                        accounts.named(
                                                pending.stream()
                                                        .map(Pending::by)
                                                        .distinct()
                                                        .toList()),
                                        labels.of(worklist.lines().stream().map(Line::id).toList()),
                                        List.of(),
                                        urgencies.of(worklist.offices()),
                                        0),
                                pending.stream().collect(Collectors.groupingBy(Pending::dossier)),
                                account,
                                Done.of(done))));
    }
}
