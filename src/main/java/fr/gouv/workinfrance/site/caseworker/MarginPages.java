package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.margin.Doubts;
import fr.gouv.workinfrance.examination.margin.Tick;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SitePages;
import fr.gouv.workinfrance.site.caseworker.SeenCases.Turned;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What an office writes in the margin of a dossier: the parties read none of it.
@Controller
class MarginPages {

    private static final String AT = "/instruction/dossiers/{reference}";

    private final SitePages pages;
    private final SeenDossiers cases;
    private final SeenCases shown;
    private final Doubts doubts;

    MarginPages(SitePages pages, SeenDossiers cases, SeenCases shown, Doubts doubts) {
        this.pages = pages;
        this.cases = cases;
        this.shown = shown;
        this.doubts = doubts;
    }

    /// @param doubt its key
    /// @param state that it was in on the page
    @PostMapping(AT + "/doutes")
    View tick(
            @PathVariable String reference,
            @RequestParam(name = "doute") String doubt,
            @RequestParam(name = "etat", defaultValue = "") String state,
            @RequestParam(name = "motif", defaultValue = "") String reason,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        if (unfit(reason, Tick.LONGEST)) {
            return wrong(seen, account, new MarginForm("reason", doubt, reason));
        }
        doubts.tick(seen.dossier().id(), doubt, state, reason, account);
        return to(seen, "doutes");
    }

    @PostMapping(AT + "/doutes/reprise")
    View takeBack(
            @PathVariable String reference,
            @RequestParam(name = "doute") String doubt,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        doubts.takeBack(seen.dossier().id(), doubt, account);
        return to(seen, "doutes");
    }

    private static boolean unfit(String words, int longest) {
        return words.isBlank() || words.strip().length() > longest;
    }

    private View wrong(Seen seen, Account account, MarginForm form) {
        return shown.show(seen, account, Turned.FIRST, form);
    }

    private View to(Seen seen, String part) {
        return pages.to("/instruction/dossiers/" + seen.dossier().reference() + "#" + part);
    }
}
