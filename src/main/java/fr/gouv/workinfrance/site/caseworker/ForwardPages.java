package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Referrals;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.office.Office;
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

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Forwarding a dossier to the office that is competent.
@Controller
class ForwardPages {

    private static final String AT = "/instruction/dossiers/{reference}/transmission";

    private final SitePages pages;
    private final SeenDossiers cases;
    private final Referrals referrals;

    ForwardPages(SitePages pages, SeenDossiers cases, Referrals referrals) {
        this.pages = pages;
        this.cases = cases;
        this.referrals = referrals;
    }

    /// The office that the answers lead to is proposed, when it is another one.
    @GetMapping(AT)
    View form(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        if (!seen.may(Act.FORWARD)) {
            return pages.to("/instruction/dossiers/" + seen.dossier().reference());
        }
        String proposed =
                referrals
                        .competent(seen.dossier())
                        .map(Office::id)
                        .filter(id -> !seen.dossier().office().equals(Optional.of(id)))
                        .orElse("");
        return show(seen, new ForwardForm(proposed, ""), List.of());
    }

    @PostMapping(AT)
    View forward(
            @PathVariable String reference,
            @RequestParam(name = "service", defaultValue = "") String office,
            @RequestParam(name = "motif", defaultValue = "") String reason,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        ForwardForm form = new ForwardForm(office, reason);
        List<String> wrong = form.wrong(referrals.offices(seen.dossier()));
        if (seen.may(Act.FORWARD) && !wrong.isEmpty()) {
            return show(seen, form, wrong);
        }
        referrals.forward(seen.dossier().id(), office, reason, account);
        return pages.to("/instruction");
    }

    private View show(Seen seen, ForwardForm form, List<String> wrong) {
        return pages.page(
                "site/caseworker/forward",
                Map.of(
                        "seen", seen,
                        "offices", referrals.offices(seen.dossier()),
                        "competent", referrals.competent(seen.dossier()),
                        "form", form,
                        "wrong", wrong),
                wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
