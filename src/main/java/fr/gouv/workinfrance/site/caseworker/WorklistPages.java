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
import fr.gouv.workinfrance.examination.worklist.Worklist.View;
import fr.gouv.workinfrance.examination.worklist.Worklists;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.site.SitePages;
import fr.gouv.workinfrance.site.caseworker.WorklistView.Urgency;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/// What an office has to do, narrowed down and searched, and what waits for a signature.
@Controller
class WorklistPages {

    private static final int SIZE = 25;

    private final SitePages pages;
    private final Worklists worklists;
    private final SavedViews savedViews;
    private final Labels labels;
    private final Appeals appeals;
    private final Procedures procedures;
    private final Offices offices;
    private final Accounts accounts;
    private final Clock clock;

    WorklistPages(
            SitePages pages,
            Worklists worklists,
            SavedViews savedViews,
            Labels labels,
            Appeals appeals,
            Procedures procedures,
            Offices offices,
            Accounts accounts,
            Clock clock) {
        this.pages = pages;
        this.worklists = worklists;
        this.savedViews = savedViews;
        this.labels = labels;
        this.appeals = appeals;
        this.procedures = procedures;
        this.offices = offices;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/instruction")
    org.springframework.web.servlet.View worklist(
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
        return show("site/caseworker/worklist", form, parameters, account);
    }

    @GetMapping("/instruction/filtres")
    org.springframework.web.servlet.View filters(
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal Account account,
            Locale locale) {
        return pages.page(
                "site/caseworker/filters",
                Map.of("filters", filters(form(parameters, locale), account)));
    }

    @GetMapping("/signature")
    org.springframework.web.servlet.View toSign(
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal Account account,
            Locale locale) {
        Map<String, String> toSign = Map.of(FilterForm.VIEW, WorklistView.slug(View.TO_SIGN));
        return show("site/caseworker/to-sign", form(toSign, locale), parameters, account);
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

    private org.springframework.web.servlet.View show(
            String template, FilterForm form, Map<String, String> parameters, Account account) {
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
                template,
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
                                urgencies(worked),
                                appeals.count(worked.stream().map(Office::id).toList()))));
    }

    private Map<String, Urgency> urgencies(List<Office> worked) {
        return worked.stream()
                .collect(
                        Collectors.toMap(
                                Office::id,
                                office ->
                                        Urgency.of(office, offices.days(office), clock.instant())));
    }
}
