package fr.gouv.workinfrance.site.consultee;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Grant;
import fr.gouv.workinfrance.access.Roles;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.opinion.Consultation;
import fr.gouv.workinfrance.opinion.Inbox;
import fr.gouv.workinfrance.opinion.Inbox.Cursor;
import fr.gouv.workinfrance.opinion.Inboxes;
import fr.gouv.workinfrance.opinion.Information;
import fr.gouv.workinfrance.opinion.Informations;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Words;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SitePages;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/// What a service has to answer, what it has answered, and what it was told.
@Controller
class InboxPages {

    private static final int A_PAGE = 25;

    private final SitePages pages;
    private final Inboxes inboxes;
    private final Informations informations;
    private final Procedures procedures;
    private final Accounts accounts;
    private final Roles roles;

    InboxPages(
            SitePages pages,
            Inboxes inboxes,
            Informations informations,
            Procedures procedures,
            Accounts accounts,
            Roles roles) {
        this.pages = pages;
        this.inboxes = inboxes;
        this.informations = informations;
        this.procedures = procedures;
        this.accounts = accounts;
        this.roles = roles;
    }

    /// @param wanted the service; the first of those where this person works when none is named
    /// @param after the last one of the page before; empty for the first page
    @GetMapping("/avis")
    View inbox(
            @RequestParam(name = "service", defaultValue = "") String wanted,
            @RequestParam(name = "vue", defaultValue = "") String tab,
            @RequestParam(name = "apres", defaultValue = "") String after,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        List<Office> services = inboxes.services(account);
        Office office =
                services.stream()
                        .filter(one -> wanted.isEmpty() || one.id().equals(wanted))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        boolean told = tab.equals(InboxView.TOLD);
        Inbox.Part part = InboxView.part(tab);
        Cursor cursor = InboxView.cursor(after, told || part == Inbox.Part.PAST);
        Inbox inbox = inboxes.page(office.id(), part, told ? null : cursor, account);
        List<Information> page =
                told ? informations.page(office.id(), cursor, A_PAGE + 1, account) : null;
        return pages.page(
                "site/consultee/inbox",
                Map.of(
                        "view",
                        new InboxView(
                                services,
                                heads(office, account, request),
                                inbox,
                                page == null ? null : page.stream().limit(A_PAGE).toList(),
                                informations.unread(office.id()),
                                page == null ? inbox.next() : next(page),
                                takers(told ? List.of() : inbox.consultations()),
                                procedures.all().stream()
                                        .collect(Collectors.toMap(Procedure::id, Procedure::name)),
                                titles(inbox.consultations()))));
    }

    private static @Nullable Cursor next(List<Information> page) {
        if (page.size() <= A_PAGE) {
            return null;
        }
        Information last = page.get(A_PAGE - 1);
        return new Cursor(last.toldAt().toString(), last.id());
    }

    /// What he holds was read to let him in.
    private boolean heads(Office office, Account account, HttpServletRequest request) {
        Scope scope = new Scope("office", office.id());
        return roles.of(account, request).stream()
                .filter(grant -> grant.relation().equals("head"))
                .map(Grant::scope)
                .anyMatch(scope::equals);
    }

    private Map<UUID, Account> takers(List<Consultation> asked) {
        return accounts.named(
                asked.stream()
                        .map(Consultation::taker)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    private Map<String, Words> titles(List<Consultation> asked) {
        Map<String, Words> titles = new HashMap<>();
        for (Consultation one : asked) {
            procedures
                    .body(one.body())
                    .flatMap(body -> body.inquiry(one.inquiry()))
                    .ifPresent(
                            inquiry ->
                                    titles.put(one.body() + "/" + one.inquiry(), inquiry.title()));
        }
        return titles;
    }
}
