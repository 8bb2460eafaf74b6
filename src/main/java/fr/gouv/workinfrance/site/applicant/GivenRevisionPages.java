package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SeenRevisions;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// What a party reads of the acts about the decision that it was given.
@Controller
class GivenRevisionPages {

    private static final String AT = "/dossiers/{reference}/actes/{id}";

    private final SeenDossiers requests;
    private final SeenRevisions revisions;

    GivenRevisionPages(SeenDossiers requests, SeenRevisions revisions) {
        this.requests = requests;
        this.revisions = revisions;
    }

    @GetMapping(AT + "/documents/{paper}")
    View document(
            @PathVariable String reference,
            @PathVariable String id,
            @PathVariable String paper,
            @AuthenticationPrincipal Account account) {
        return revisions.document(requests.byParty(reference, account), id, paper, false, account);
    }
}
