package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.opinion.Consultation;
import fr.gouv.workinfrance.opinion.Guests;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SitePages;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.util.Map;

/// The one-off link by which a service that has no members here gives the one opinion that it is
/// asked for.
@Controller
class LinkPages {

    private static final String AT = "/instruction/dossiers/{reference}/avis/{number}/lien";

    private final SitePages pages;
    private final SeenDossiers cases;
    private final Guests guests;
    private final Clock clock;

    LinkPages(SitePages pages, SeenDossiers cases, Guests guests, Clock clock) {
        this.pages = pages;
        this.cases = cases;
        this.guests = guests;
        this.clock = clock;
    }

    @GetMapping(AT)
    View link(
            @PathVariable String reference,
            @PathVariable int number,
            @AuthenticationPrincipal Account account) {
        Consultation asked = asked(cases.byOffice(reference, account), number);
        return pages.page(
                "site/caseworker/link",
                Map.of(
                        "asked", asked,
                        "service", guests.service(asked),
                        "last", guests.last(asked),
                        "now", clock.instant()));
    }

    @PostMapping(AT)
    View make(
            @PathVariable String reference,
            @PathVariable int number,
            @AuthenticationPrincipal Account account) {
        Consultation asked = asked(cases.byOffice(reference, account), number);
        guests.invite(asked.id(), account);
        return to(asked);
    }

    @PostMapping(AT + "/fin")
    View revoke(
            @PathVariable String reference,
            @PathVariable int number,
            @AuthenticationPrincipal Account account) {
        Consultation asked = asked(cases.byOffice(reference, account), number);
        guests.revoke(asked.id(), account);
        return to(asked);
    }

    private Consultation asked(Seen seen, int number) {
        return guests.asked(seen.dossier().id(), number).orElseThrow(NotFound::new);
    }

    private View to(Consultation asked) {
        return pages.to(
                "/instruction/dossiers/%s/avis/%d/lien"
                        .formatted(asked.reference(), asked.number()));
    }
}
