package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.EmailAddress;
import fr.gouv.workinfrance.access.Limits;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Parties;
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
import java.util.Map;

/// Who takes part in a request: inviting the other party, confirming what is said in one's name, or
/// denying it.
@Controller
class PartyPages {

    /// How many invitations one person may send: official mail must not serve to pester.
    private static final int INVITATIONS = 30;

    private static final Duration DAY = Duration.ofDays(1);

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
        return invitation(seen, part, "", HttpStatus.OK);
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
        if (!limits.allow("invite:" + account.id(), INVITATIONS, DAY)) {
            return pages.page(
                    "site/visitor/error",
                    Map.of("status", 429, "why", "site.error.429"),
                    HttpStatus.TOO_MANY_REQUESTS);
        }
        String spoken = Language.of(language).map(Language::code).orElse(account.language());
        var issued = parties.invite(seen.dossier().id(), part, email, account, spoken);
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
        return contestation(seen, HttpStatus.OK);
    }

    @PostMapping("/dossiers/{reference}/contestation")
    View contest(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        if (reason.isBlank() && seen.may(Act.CONTEST)) {
            return contestation(seen, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return to(parties.contest(seen.dossier().id(), reason, account));
    }

    private View contestation(Seen seen, HttpStatus status) {
        return pages.page(
                "site/applicant/contest", Map.of("seen", seen, "wrong", status.isError()), status);
    }

    private View to(Dossier dossier) {
        return pages.to("/dossiers/" + dossier.reference());
    }
}
