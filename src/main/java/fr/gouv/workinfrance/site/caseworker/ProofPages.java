package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.employer.Claim;
import fr.gouv.workinfrance.employer.Claims;
import fr.gouv.workinfrance.employer.Proof;
import fr.gouv.workinfrance.site.DocumentView;
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

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What people give as proof that they may act for a company: read, accepted or refused.
@Controller
class ProofPages {

    private final SitePages pages;
    private final Claims claims;
    private final Accounts accounts;
    private final Documents documents;

    ProofPages(SitePages pages, Claims claims, Accounts accounts, Documents documents) {
        this.pages = pages;
        this.claims = claims;
        this.accounts = accounts;
        this.documents = documents;
    }

    @GetMapping("/instruction/entreprises")
    View claims(@AuthenticationPrincipal Account account) {
        List<Claim> waiting = claims.toCheck(account);
        return pages.page(
                "site/caseworker/claims",
                Map.of(
                        "claims",
                        waiting,
                        "people",
                        accounts.named(waiting.stream().map(Claim::account).distinct().toList())));
    }

    @GetMapping("/instruction/entreprises/{id}")
    View claim(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        return claim(known(id, account), false);
    }

    private View claim(Claim claim, boolean wrong) {
        return pages.page(
                "site/caseworker/claim",
                Map.of(
                        "claim",
                        claim,
                        "person",
                        accounts.account(claim.account()).orElseThrow(NotFound::new),
                        "administered",
                        claims.administered(claim.employer()),
                        "wrong",
                        wrong),
                wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    @GetMapping("/instruction/entreprises/{id}/document")
    View document(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        Claim claim = known(id, account);
        DocumentId document =
                switch (claim.proof().orElseThrow(NotFound::new)) {
                    case Proof.Extract(DocumentId given, _) -> given;
                    case Proof.Delegation(DocumentId given) -> given;
                    case Proof.Asserted _ -> throw new NotFound();
                };
        return DocumentView.of(documents, document, account.actor(), claim.employer().subject());
    }

    @PostMapping("/instruction/entreprises/{id}")
    View settle(
            @PathVariable UUID id,
            @RequestParam(name = "refus", defaultValue = "false") boolean refused,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Account account) {
        Claim claim = known(id, account);
        if (refused && reason.isBlank()) {
            return claim(claim, true);
        }
        if (refused) {
            claims.refuse(id, reason, account);
        } else {
            claims.accept(id, account);
        }
        return pages.to("/instruction/entreprises");
    }

    private Claim known(UUID id, Account agent) {
        return claims.toCheck(id, agent).orElseThrow(NotFound::new);
    }
}
