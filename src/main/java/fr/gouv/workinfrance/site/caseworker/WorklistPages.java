package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.dossier.Relation;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.examination.worklist.Filter;
import fr.gouv.workinfrance.examination.worklist.Labels;
import fr.gouv.workinfrance.examination.worklist.SavedViews;
import fr.gouv.workinfrance.examination.worklist.Worklist;
import fr.gouv.workinfrance.examination.worklist.Worklist.Line;
import fr.gouv.workinfrance.examination.worklist.Worklists;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.site.SitePages;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/// What an office has to do, narrowed down and searched.
@Controller
class WorklistPages {

    static final int SIZE = 25;

    private final SitePages pages;
    private final Worklists worklists;
    private final SavedViews savedViews;
    private final Labels labels;
    private final Appeals appeals;
    private final Procedures procedures;
    private final Offices offices;
    private final Accounts accounts;
    private final SeenUrgencies urgencies;

    WorklistPages(
            SitePages pages,
            Worklists worklists,
            SavedViews savedViews,
            Labels labels,
            Appeals appeals,
            Procedures procedures,
            Offices offices,
            Accounts accounts,
            SeenUrgencies urgencies) {
        this.pages = pages;
        this.worklists = worklists;
        this.savedViews = savedViews;
        this.labels = labels;
        this.appeals = appeals;
        this.procedures = procedures;
        this.offices = offices;
        this.accounts = accounts;
        this.urgencies = urgencies;
    }

    @GetMapping("/instruction")
    View worklist(
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal Account account,
            Locale locale) {
        FilterForm form = form(parameters, locale);
        if (!form.wrong().isEmpty()) {
            return pages.page(
                    "site/caseworker/filters",
                    Map.of("filters", filters(form, account)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return show(form, parameters, account);
    }

    @GetMapping("/instruction/filtres")
    View filters(
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal Account account,
            Locale locale) {
        return pages.page(
                "site/caseworker/filters",
                Map.of("filters", filters(form(parameters, locale), account)));
    }

    private FilterForm form(Map<String, String> parameters, Locale locale) {
        return FilterForm.of(parameters, procedures.all(), locale);
    }

    private FilterView filters(FilterForm form, Account account) {
        List<Office> worked = worklists.offices(account);
        List<Account> colleagues =
                worked.stream()
                        .flatMap(
                                office ->
                                        offices
                                                .members(office.id(), Relation.OFFICE.granted())
                                                .stream())
                        .distinct()
                        .toList();
        return new FilterView(
                form,
                worked,
                colleagues,
                procedures.all(),
                FilterView.fields(procedures.all(), form.value(FilterForm.PROCEDURE)));
    }

    private View show(FilterForm form, Map<String, String> parameters, Account account) {
        Filter filter = form.filter();
        Worklist worklist =
                worklists.page(
                        account,
                        filter,
                        WorklistView.cursor(parameters.getOrDefault("apres", ""), filter.view())
                                .orElse(null),
                        SIZE);
        List<UUID> people =
                worklist.lines().stream()
                        .map(Line::assignee)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        List<Office> worked = worklist.offices();
        return pages.page(
                "site/caseworker/worklist",
                Map.of(
                        "list",
                        new WorklistView(
                                worklist,
                                form,
                                form.narrowing().isEmpty() ? null : filters(form, account),
                                procedures.all().stream()
                                        .collect(Collectors.toMap(Procedure::id, Procedure::name)),
                                accounts.named(people),
                                labels.of(worklist.lines().stream().map(Line::id).toList()),
                                savedViews.of(account, worked),
                                urgencies.of(worked),
                                appeals.count(worked.stream().map(Office::id).toList()))));
    }
}
