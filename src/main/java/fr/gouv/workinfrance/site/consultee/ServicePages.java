package fr.gouv.workinfrance.site.consultee;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.EmailAddress;
import fr.gouv.workinfrance.access.Grant;
import fr.gouv.workinfrance.access.Issued;
import fr.gouv.workinfrance.access.Limits;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.opinion.Inboxes;
import fr.gouv.workinfrance.opinion.Rosters;
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

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// A service that is consulted, for its head: who sees to how much, how fast it answers, and who
/// works there.
@Controller
class ServicePages {

    private static final String AT = "/avis/{office}/service";
    private static final int INVITATIONS = 20;
    private static final Duration DAY = Duration.ofDays(1);

    private final SitePages pages;
    private final Inboxes inboxes;
    private final Rosters rosters;
    private final Offices offices;
    private final Limits limits;

    ServicePages(
            SitePages pages, Inboxes inboxes, Rosters rosters, Offices offices, Limits limits) {
        this.pages = pages;
        this.inboxes = inboxes;
        this.rosters = rosters;
        this.offices = offices;
        this.limits = limits;
    }

    @GetMapping(AT)
    View service(@PathVariable String office, @AuthenticationPrincipal Account account) {
        return show(led(office, account), account, "", "", HttpStatus.OK);
    }

    @PostMapping(AT + "/invitations")
    View invite(
            @PathVariable String office,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(name = "responsable", defaultValue = "false") boolean leading,
            @AuthenticationPrincipal Account account) {
        Office led = led(office, account);
        if (EmailAddress.parse(email).isEmpty()) {
            return show(
                    led,
                    account,
                    email,
                    "site.sign-in.email.wrong",
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!limits.allow("invite:" + account.id(), INVITATIONS, DAY)) {
            return pages.page(
                    "site/visitor/error",
                    Map.of("status", 429, "why", "site.error.429"),
                    HttpStatus.TOO_MANY_REQUESTS);
        }
        Issued issued = rosters.invite(led, email, leading, account);
        return pages.page(
                "site/consultee/invited",
                Map.of("office", led, "email", email, "code", issued.code()));
    }

    @PostMapping(AT + "/invitations/{id}/annulation")
    View revoke(
            @PathVariable String office,
            @PathVariable UUID id,
            @AuthenticationPrincipal Account account) {
        Office led = led(office, account);
        if (rosters.pending(led, account).stream().noneMatch(one -> one.id().equals(id))) {
            throw new NotFound();
        }
        rosters.revoke(led, id, account);
        return pages.to(at(led));
    }

    @PostMapping(AT + "/membres/{id}/fin")
    View end(
            @PathVariable String office,
            @PathVariable UUID id,
            @AuthenticationPrincipal Account account) {
        Office led = led(office, account);
        if (rosters.of(led, account).stream().noneMatch(one -> one.account().equals(id))) {
            throw new NotFound();
        }
        if (!rosters.end(led, id, account)) {
            return show(led, account, "", "site.consultee.member.last", HttpStatus.CONFLICT);
        }
        // who has let himself go leads it no more
        return pages.to(id.equals(account.id()) ? "/mes-demandes" : at(led));
    }

    private Office led(String office, Account account) {
        return offices.of(account, Rosters.HEAD).stream()
                .filter(one -> one.id().equals(office))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static String at(Office office) {
        return "/avis/" + office.id() + "/service";
    }

    private View show(
            Office office, Account account, String email, String wrong, HttpStatus status) {
        List<Grant> managed = rosters.of(office, account);
        return pages.page(
                "site/consultee/service",
                Map.of(
                        "view",
                        new ServiceView(
                                office,
                                inboxes.load(office, account),
                                inboxes.members(office),
                                managed.stream()
                                        .filter(grant -> grant.relation().equals(Rosters.HEAD))
                                        .map(Grant::account)
                                        .collect(Collectors.toSet()),
                                managed.stream().map(Grant::account).collect(Collectors.toSet()),
                                rosters.pending(office, account),
                                email,
                                wrong)),
                status);
    }
}
