package fr.gouv.workinfrance.site.employer;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.EmailAddress;
import fr.gouv.workinfrance.access.Issued;
import fr.gouv.workinfrance.access.Limits;
import fr.gouv.workinfrance.employer.Changed;
import fr.gouv.workinfrance.employer.Claim;
import fr.gouv.workinfrance.employer.Claims;
import fr.gouv.workinfrance.employer.Members;
import fr.gouv.workinfrance.employer.Membership;
import fr.gouv.workinfrance.employer.Position;
import fr.gouv.workinfrance.employer.Role;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SitePages;

import jakarta.servlet.http.HttpServletRequest;

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
import java.util.stream.Stream;

/// Who acts for a company: invited, let in, given another role, removed.
@Controller
class MemberPages {

    /// How many invitations one person may send: official mail must not serve to pester.
    private static final int INVITATIONS = 30;

    private static final Duration DAY = Duration.ofDays(1);

    private final SitePages pages;
    private final SeenCompanies companies;
    private final Members members;
    private final Claims claims;
    private final Accounts accounts;
    private final Limits limits;

    MemberPages(
            SitePages pages,
            SeenCompanies companies,
            Members members,
            Claims claims,
            Accounts accounts,
            Limits limits) {
        this.pages = pages;
        this.companies = companies;
        this.members = members;
        this.claims = claims;
        this.accounts = accounts;
        this.limits = limits;
    }

    @GetMapping("/entreprise/{siren}/membres")
    View members(
            @PathVariable String siren,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        return members(companies.seen(siren, account, request), "", HttpStatus.OK);
    }

    private View members(Position position, String wrong, HttpStatus status) {
        List<Membership> all = members.of(position.employer());
        boolean administers = position.administers();
        List<Claim> asked = administers ? claims.open(position.employer().id()) : List.<Claim>of();
        return pages.page(
                "site/employer/members",
                Map.of(
                        "position",
                        position,
                        "members",
                        all,
                        "people",
                        accounts.named(
                                Stream.concat(
                                                all.stream().map(Membership::account),
                                                asked.stream().map(Claim::account))
                                        .distinct()
                                        .toList()),
                        "pending",
                        administers ? members.pending(position.employer().id()) : List.of(),
                        "asked",
                        asked,
                        "wrong",
                        wrong),
                status);
    }

    // ---- invitations

    @GetMapping("/entreprise/{siren}/invitations")
    View invitation(
            @PathVariable String siren,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        return form(
                companies.administered(siren, account, request),
                new Said("invite", "invitations", ""),
                RoleForm.NEW,
                "",
                HttpStatus.OK);
    }

    @PostMapping("/entreprise/{siren}/invitations")
    View invite(
            @PathVariable String siren,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "FILLS") Role role,
            @RequestParam(name = "whole", defaultValue = "false") boolean whole,
            @RequestParam(name = "siret", defaultValue = "") List<String> sirets,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        Position position = companies.administered(siren, account, request);
        RoleForm form = new RoleForm(role, whole, sirets);
        String wrong =
                EmailAddress.parse(email).isEmpty()
                        ? "site.sign-in.email.wrong"
                        : form.complete(position.employer()) ? "" : "site.company.where.missing";
        if (!wrong.isEmpty()) {
            return form(
                    position,
                    new Said("invite", "invitations", email),
                    form,
                    wrong,
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!limits.allow("invite:" + account.id(), INVITATIONS, DAY)) {
            return pages.page(
                    "site/visitor/error",
                    Map.of("status", 429, "why", "site.error.429"),
                    HttpStatus.TOO_MANY_REQUESTS);
        }
        return invited(
                position,
                email,
                members.invite(position.employer().id(), email, role, form.reach(), account));
    }

    private View invited(Position position, String email, Issued issued) {
        return pages.page(
                "site/employer/invited",
                Map.of("position", position, "email", email, "code", issued.code()));
    }

    @PostMapping("/entreprise/{siren}/invitations/{id}/annuler")
    View revoke(
            @PathVariable String siren,
            @PathVariable UUID id,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        Position position = companies.administered(siren, account, request);
        members.revoke(position.employer().id(), id, account);
        return to(position);
    }

    @PostMapping("/entreprise/{siren}/invitations/{id}/renouveler")
    View reissue(
            @PathVariable String siren,
            @PathVariable UUID id,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        Position position = companies.administered(siren, account, request);
        return members.reissue(position.employer().id(), id, account)
                .map(issued -> invited(position, "", issued))
                .orElseGet(() -> to(position));
    }

    // ---- a colleague

    @GetMapping("/entreprise/{siren}/membres/{member}")
    View member(
            @PathVariable String siren,
            @PathVariable UUID member,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        Position position = companies.administered(siren, account, request);
        Membership known = known(position, member);
        return form(position, changing(member), RoleForm.of(known), "", HttpStatus.OK);
    }

    @PostMapping("/entreprise/{siren}/membres/{member}")
    View change(
            @PathVariable String siren,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "FILLS") Role role,
            @RequestParam(name = "whole", defaultValue = "false") boolean whole,
            @RequestParam(name = "siret", defaultValue = "") List<String> sirets,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        Position position = companies.administered(siren, account, request);
        known(position, member);
        RoleForm form = new RoleForm(role, whole, sirets);
        if (!form.complete(position.employer())) {
            return form(
                    position,
                    changing(member),
                    form,
                    "site.company.where.missing",
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return told(
                position,
                members.change(position.employer().id(), member, role, form.reach(), account));
    }

    @GetMapping("/entreprise/{siren}/membres/{member}/depart")
    View leaving(
            @PathVariable String siren,
            @PathVariable UUID member,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        Position position = companies.seen(siren, account, request);
        if (!member.equals(account.id())) {
            throw new NotFound();
        }
        return pages.page(
                "site/employer/sure",
                Map.of(
                        "position",
                        position,
                        "what",
                        "leave",
                        "about",
                        position.employer().name(),
                        "to",
                        "membres/" + member + "/depart",
                        "back",
                        "membres"));
    }

    @PostMapping("/entreprise/{siren}/membres/{member}/depart")
    View remove(
            @PathVariable String siren,
            @PathVariable UUID member,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        boolean self = member.equals(account.id());
        Position position =
                self
                        ? companies.seen(siren, account, request)
                        : companies.administered(siren, account, request);
        if (!self) {
            known(position, member);
        }
        Changed changed = members.remove(position.employer().id(), member, account);
        return changed == Changed.DONE && self ? pages.to("/entreprise") : told(position, changed);
    }

    private View told(Position position, Changed changed) {
        return changed == Changed.DONE
                ? to(position)
                : members(
                        position,
                        "site.company.last-administrator",
                        HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Membership known(Position position, UUID member) {
        return members.of(position.employer()).stream()
                .filter(one -> one.account().equals(member))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Said changing(UUID member) {
        String name = accounts.account(member).map(Account::displayName).orElse("");
        return new Said("change", "membres/" + member, name);
    }

    // ---- someone who asks

    @GetMapping("/entreprise/{siren}/rattachements/{claim}")
    View asked(
            @PathVariable String siren,
            @PathVariable UUID claim,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        Position position = companies.administered(siren, account, request);
        return form(position, letting(position, claim), RoleForm.NEW, "", HttpStatus.OK);
    }

    @PostMapping("/entreprise/{siren}/rattachements/{claim}")
    View answer(
            @PathVariable String siren,
            @PathVariable UUID claim,
            @RequestParam(name = "refus", defaultValue = "false") boolean refused,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "FILLS") Role role,
            @RequestParam(name = "whole", defaultValue = "false") boolean whole,
            @RequestParam(name = "siret", defaultValue = "") List<String> sirets,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        Position position = companies.administered(siren, account, request);
        Said letting = letting(position, claim);
        RoleForm form = new RoleForm(role, whole, sirets);
        if (refused ? reason.isBlank() : !form.complete(position.employer())) {
            return form(
                    position,
                    letting,
                    form,
                    refused ? "site.company.reason.missing" : "site.company.where.missing",
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (refused) {
            claims.turnDown(position.employer().id(), claim, reason, account);
        } else {
            claims.letIn(position.employer().id(), claim, role, form.reach(), account);
        }
        return to(position);
    }

    private Said letting(Position position, UUID claim) {
        Claim asked =
                claims.open(position.employer().id()).stream()
                        .filter(one -> one.id().equals(claim))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        String name = accounts.account(asked.account()).map(Account::email).orElse("");
        return new Said("let-in", "rattachements/" + claim, name);
    }

    /// What the form is for.
    ///
    /// @param what `invite`, `change` or `let-in`
    /// @param to where it is sent, within the company's pages
    /// @param who is concerned; what was typed, of who is invited
    private record Said(String what, String to, String who) {}

    private View form(
            Position position, Said said, RoleForm form, String wrong, HttpStatus status) {
        return pages.page(
                "site/employer/member",
                Map.of(
                        "position",
                        position,
                        "what",
                        said.what(),
                        "to",
                        said.to(),
                        "who",
                        said.who(),
                        "form",
                        form,
                        "wrong",
                        wrong),
                status);
    }

    private View to(Position position) {
        return pages.to("/entreprise/" + position.employer().siren() + "/membres");
    }
}
