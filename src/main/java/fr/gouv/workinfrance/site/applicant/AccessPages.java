package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.site.HistoryView;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SitePages;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

import java.util.Map;

/// Who looked at a deposited request and its documents, for those whom it is about.
@Controller
class AccessPages {

    private final SitePages pages;
    private final SeenDossiers requests;
    private final Journal journal;
    private final Offices offices;

    AccessPages(SitePages pages, SeenDossiers requests, Journal journal, Offices offices) {
        this.pages = pages;
        this.requests = requests;
        this.journal = journal;
        this.offices = offices;
    }

    @GetMapping("/dossiers/{reference}/acces")
    View looks(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        Dossier dossier = seen.dossier();
        if (dossier.stage() instanceof Stage.Draft) {
            throw new NotFound();
        }
        return pages.page(
                "site/applicant/access",
                Map.of(
                        "view",
                        AccessView.of(
                                seen,
                                HistoryView.of(
                                        dossier, journal.of(dossier.id().subject()), offices))));
    }
}
