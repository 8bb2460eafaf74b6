package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.EmailAddress;
import fr.gouv.workinfrance.access.Limits;
import fr.gouv.workinfrance.dossier.Copies;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Erasures;
import fr.gouv.workinfrance.dossier.Handovers;
import fr.gouv.workinfrance.dossier.Seen;
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

import java.util.Map;

/// Leaving a request, and coming back to it for another hire: deleting a draft, handing it to a
/// colleague, beginning a new one from it.
@Controller
class LeavingPages {

    private final SitePages pages;
    private final SeenDossiers requests;
    private final Erasures erasures;
    private final Copies copies;
    private final Handovers handovers;
    private final Limits limits;

    LeavingPages(
            SitePages pages,
            SeenDossiers requests,
            Erasures erasures,
            Copies copies,
            Handovers handovers,
            Limits limits) {
        this.pages = pages;
        this.requests = requests;
        this.erasures = erasures;
        this.copies = copies;
        this.handovers = handovers;
        this.limits = limits;
    }

    @GetMapping("/dossiers/{reference}/suppression")
    View deletion(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        if (!seen.mayErase()) {
            throw new NotFound();
        }
        return pages.page("site/applicant/erase", Map.of("seen", seen));
    }

    @PostMapping("/dossiers/{reference}/suppression")
    View delete(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        erasures.delete(requests.byParty(reference, account).dossier().id(), account);
        return pages.to("/mes-demandes?supprime");
    }

    // ---- for a next hire

    @GetMapping("/dossiers/{reference}/reprise")
    View copying(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        return pages.page("site/applicant/copy", Map.of("seen", copied(reference, account)));
    }

    @PostMapping("/dossiers/{reference}/reprise")
    View copy(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        Dossier begun = copies.copy(copied(reference, account).dossier().id(), account);
        return pages.to("/dossiers/" + begun.reference());
    }

    private Seen copied(String reference, Account account) {
        Seen seen = requests.byParty(reference, account);
        if (Copies.filer(seen.relations()).isEmpty()) {
            throw new NotFound();
        }
        return seen;
    }

    // ---- to a colleague

    @GetMapping("/dossiers/{reference}/transmission")
    View handingOver(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        if (!seen.mayHandOver()) {
            throw new NotFound();
        }
        return handingOver(seen, "", HttpStatus.OK);
    }

    @PostMapping("/dossiers/{reference}/transmission")
    View handOver(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String email,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        if (seen.mayHandOver() && EmailAddress.parse(email).isEmpty()) {
            return handingOver(seen, email, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!limits.allow("invite:" + account.id(), PartyPages.INVITATIONS, PartyPages.DAY)) {
            return pages.page(
                    "site/visitor/error",
                    Map.of("status", 429, "why", "site.error.429"),
                    HttpStatus.TOO_MANY_REQUESTS);
        }
        var issued = handovers.offer(seen.dossier().id(), email, account, account.language());
        return pages.page(
                "site/applicant/invited",
                Map.of("seen", seen, "email", email, "code", issued.code()));
    }

    private View handingOver(Seen seen, String email, HttpStatus status) {
        return pages.page(
                "site/applicant/hand-over",
                Map.of("seen", seen, "email", email, "wrong", status.isError()),
                status);
    }
}
