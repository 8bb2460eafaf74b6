package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.office.Delegation;
import fr.gouv.workinfrance.office.Delegations;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SitePages;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// The delegations of signature of a service, entered by its head from the acts that were
/// published.
@Controller
class DelegationPages {

    private static final String AT = "/pilotage/{office}/delegations";
    private static final String SIGNATORY = "signatory";

    private final SitePages pages;
    private final Offices offices;
    private final Delegations delegations;
    private final Accounts accounts;
    private final Procedures procedures;
    private final Clock clock;

    DelegationPages(
            SitePages pages,
            Offices offices,
            Delegations delegations,
            Accounts accounts,
            Procedures procedures,
            Clock clock) {
        this.pages = pages;
        this.offices = offices;
        this.delegations = delegations;
        this.accounts = accounts;
        this.procedures = procedures;
        this.clock = clock;
    }

    @GetMapping(AT)
    View all(@PathVariable String office, @AuthenticationPrincipal Account account) {
        return show(headed(office, account), DelegationForm.NONE, List.of());
    }

    @PostMapping(AT)
    View give(
            @PathVariable String office,
            @RequestParam(name = "signataire", defaultValue = "") String who,
            @RequestParam(name = "autorite", defaultValue = "false") boolean authority,
            @RequestParam(name = "decisions", defaultValue = "") List<String> kinds,
            @RequestParam(name = "demarches", defaultValue = "") List<String> chosen,
            @RequestParam(name = "arrete", defaultValue = "") String act,
            @RequestParam(name = "arrete-du", defaultValue = "") String actDay,
            @RequestParam(name = "recueil", defaultValue = "") String gazette,
            @RequestParam(name = "publie-le", defaultValue = "") String gazetteDay,
            @RequestParam(name = "du", defaultValue = "") String first,
            @RequestParam(name = "au", defaultValue = "") String last,
            @AuthenticationPrincipal Account account) {
        Office headed = headed(office, account);
        DelegationForm form =
                new DelegationForm(
                        who,
                        authority,
                        kinds,
                        chosen,
                        act,
                        actDay,
                        gazette,
                        gazetteDay,
                        first,
                        last);
        List<String> wrong =
                form.wrong(
                        offices.members(office, SIGNATORY).stream()
                                .map(Account::id)
                                .collect(Collectors.toSet()),
                        procedures.all().stream().map(Procedure::id).collect(Collectors.toSet()));
        if (!wrong.isEmpty()) {
            return show(headed, form, wrong);
        }
        delegations.give(form.delegation(office), account.actor());
        return pages.to("/pilotage/" + office + "/delegations");
    }

    /// Today is its last day.
    @PostMapping(AT + "/{id}/fin")
    View end(
            @PathVariable String office,
            @PathVariable UUID id,
            @AuthenticationPrincipal Account account) {
        Office headed = headed(office, account);
        LocalDate today = today(headed);
        Delegation ended =
                delegations.of(office).stream()
                        .filter(delegation -> delegation.id().equals(id) && delegation.holds(today))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        delegations.end(ended, today, account.actor());
        return pages.to("/pilotage/" + office + "/delegations");
    }

    private View show(Office office, DelegationForm form, List<String> wrong) {
        List<Delegation> all = delegations.of(office.id());
        return pages.page(
                "site/caseworker/delegations",
                Map.of(
                        "view",
                        new DelegationsView(
                                office,
                                all,
                                accounts.named(all.stream().map(Delegation::account).toList()),
                                offices.members(office.id(), SIGNATORY),
                                procedures.all(),
                                today(office)),
                        "form",
                        form,
                        "wrong",
                        wrong),
                wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private LocalDate today(Office office) {
        return clock.instant().atZone(offices.days(office).zone().id()).toLocalDate();
    }

    private Office headed(String office, Account account) {
        return offices.of(account, "head").stream()
                .filter(headed -> headed.id().equals(office))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
