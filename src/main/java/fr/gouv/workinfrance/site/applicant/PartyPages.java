package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.EmailAddress;
import fr.gouv.workinfrance.access.Invitation;
import fr.gouv.workinfrance.access.Issued;
import fr.gouv.workinfrance.access.Limits;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Parties;
import fr.gouv.workinfrance.dossier.Party;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenDossiers;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Who takes part in a request: inviting the other party or replacing it, confirming what is said
/// in one's name or denying it, going.
@Controller
class PartyPages {

    /// How many invitations one person may send: official mail must not serve to pester.
    static final int INVITATIONS = 30;

    /// And how many one address gets, from whomever.
    private static final int TO_ONE_ADDRESS = 5;

    static final Duration DAY = Duration.ofDays(1);

    private final SitePages pages;
    private final SeenDossiers requests;
    private final Parties parties;
    private final Limits limits;

    PartyPages(SitePages pages, SeenDossiers requests, Parties parties, Limits limits) {
        this.pages = pages;
        this.requests = requests;
        this.parties = parties;
        this.limits = limits;
    }

    @GetMapping("/dossiers/{reference}/invitations")
    View invitation(
            @PathVariable String reference,
            @RequestParam(defaultValue = "WORKER") Part part,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        if (!seen.may(Act.INVITE)
                || !Parties.INVITED.contains(part)
                || seen.dossier().party(part).isPresent()) {
            throw new NotFound();
        }
        String email =
                Optional.ofNullable(parties.invited(seen.dossier().id()).get(part))
                        .filter(last -> last.state() != Invitation.State.ACCEPTED)
                        .map(Invitation::email)
                        .orElse("");
        return invitation(seen, part, email, HttpStatus.OK);
    }

    @PostMapping("/dossiers/{reference}/invitations")
    View invite(
            @PathVariable String reference,
            @RequestParam Part part,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String language,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        if (EmailAddress.parse(email).isEmpty()) {
            return invitation(seen, part, email, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!mayWrite(account, email)) {
            return tooMany();
        }
        String spoken = Language.of(language).map(Language::code).orElse(account.language());
        Issued issued = parties.invite(seen.dossier().id(), part, email, account, spoken);
        return issued(seen, email, issued);
    }

    @PostMapping("/dossiers/{reference}/invitations/{invitation}/renvoi")
    View reissue(
            @PathVariable String reference,
            @PathVariable UUID invitation,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        Invitation former =
                parties.invited(seen.dossier().id()).values().stream()
                        .filter(each -> each.id().equals(invitation) && !each.byHand())
                        .findFirst()
                        .orElseThrow(NotFound::new);
        if (!mayWrite(account, former.email())) {
            return tooMany();
        }
        return issued(
                seen, former.email(), parties.reissue(seen.dossier().id(), invitation, account));
    }

    @PostMapping("/dossiers/{reference}/invitations/{invitation}/annulation")
    View revoke(
            @PathVariable String reference,
            @PathVariable UUID invitation,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        parties.revoke(seen.dossier().id(), invitation, account);
        return to(seen.dossier());
    }

    /// Neither does one person write to everybody, nor does anybody get invitation upon invitation.
    private boolean mayWrite(Account account, String email) {
        return limits.allow("invite:" + account.id(), INVITATIONS, DAY)
                && limits.allow(
                        "invited:" + EmailAddress.parse(email).orElseThrow().value(),
                        TO_ONE_ADDRESS,
                        DAY);
    }

    private View tooMany() {
        return pages.page(
                "site/visitor/error",
                Map.of("status", 429, "why", "site.error.429"),
                HttpStatus.TOO_MANY_REQUESTS);
    }

    private View issued(Seen seen, String email, Issued issued) {
        return pages.page(
                "site/applicant/invited",
                Map.of("seen", seen, "email", email, "code", issued.code()));
    }

    private View invitation(Seen seen, Part part, String email, HttpStatus status) {
        return pages.page(
                "site/applicant/invite",
                Map.of("seen", seen, "part", part, "email", email, "wrong", status.isError()),
                status);
    }

    @PostMapping("/dossiers/{reference}/attestation")
    View attest(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        return to(parties.attest(requests.byParty(reference, account).dossier().id(), account));
    }

    @GetMapping("/dossiers/{reference}/contestation")
    View contestation(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        if (!seen.may(Act.CONTEST)) {
            throw new NotFound();
        }
        return contestation(seen, List.of(), HttpStatus.OK);
    }

    @PostMapping("/dossiers/{reference}/contestation")
    View contest(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") List<String> sections,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        if (reason.isBlank() && seen.may(Act.CONTEST)) {
            return contestation(seen, sections, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return to(parties.contest(seen.dossier().id(), sections, reason, account));
    }

    @PostMapping("/dossiers/{reference}/contestation/retrait")
    View retract(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        return to(parties.retract(requests.byParty(reference, account).dossier().id(), account));
    }

    private View contestation(Seen seen, List<String> ticked, HttpStatus status) {
        Map<String, Object> model = new HashMap<>();
        model.put("seen", seen);
        seen.dossier()
                .party(Part.WORKER)
                .map(Party::contestation)
                .ifPresent(denial -> model.put("denial", denial));
        model.put(
                "sections",
                Arrays.stream(Part.values())
                        .flatMap(
                                part ->
                                        seen
                                                .version()
                                                .visibleSections(part, seen.dossier().values())
                                                .stream())
                        .filter(seen::sees)
                        .toList());
        model.put("ticked", ticked);
        model.put("wrong", status.isError());
        return pages.page("site/applicant/contest", model, status);
    }

    // ---- going

    @GetMapping("/dossiers/{reference}/depart")
    View leaving(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        if (!seen.leaves(account.id())) {
            throw new NotFound();
        }
        return asked(seen, "/depart", "site.leave.title", "site.leave");
    }

    @PostMapping("/dossiers/{reference}/depart")
    View leave(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        parties.leave(requests.byParty(reference, account).dossier().id(), account);
        return pages.to("/mes-demandes");
    }

    @GetMapping("/dossiers/{reference}/parties/{part}/remplacement")
    View replacing(
            @PathVariable String reference,
            @PathVariable Part part,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        if (!seen.replaces(part)) {
            throw new NotFound();
        }
        return asked(
                seen, "/parties/" + part + "/remplacement", "site.replace." + part, "site.replace");
    }

    @PostMapping("/dossiers/{reference}/parties/{part}/remplacement")
    View replace(
            @PathVariable String reference,
            @PathVariable Part part,
            @AuthenticationPrincipal Account account) {
        Dossier after =
                parties.replace(requests.byParty(reference, account).dossier().id(), part, account);
        return Parties.INVITED.contains(part)
                ? pages.to("/dossiers/" + after.reference() + "/invitations?part=" + part)
                : to(after);
    }

    private View asked(Seen seen, String action, String title, String words) {
        return pages.page(
                "site/applicant/leave",
                Map.of(
                        "seen", seen,
                        "action", action,
                        "title", title,
                        "how", words + ".how",
                        "send", words + ".send"));
    }

    private View to(Dossier dossier) {
        return pages.to("/dossiers/" + dossier.reference());
    }
}
