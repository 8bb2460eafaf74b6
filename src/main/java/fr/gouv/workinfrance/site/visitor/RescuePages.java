package fr.gouv.workinfrance.site.visitor;

import fr.gouv.workinfrance.access.AddressChange;
import fr.gouv.workinfrance.access.AddressChanges;
import fr.gouv.workinfrance.access.Challenge;
import fr.gouv.workinfrance.access.EmailAddress;
import fr.gouv.workinfrance.site.SitePages;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.Map;
import java.util.UUID;

/// Coming back without one's mailbox, by a rescue code; and refusing a change of address that one
/// did not ask for.
@Controller
class RescuePages {

    private final SitePages pages;
    private final AddressChanges changes;

    RescuePages(SitePages pages, AddressChanges changes) {
        this.pages = pages;
        this.changes = changes;
    }

    @GetMapping("/connexion/secours")
    View rescue() {
        return form("", "", "", HttpStatus.OK);
    }

    @PostMapping("/connexion/secours")
    View ask(
            @RequestParam(defaultValue = "") String former,
            @RequestParam(defaultValue = "") String rescue,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request) {
        if (EmailAddress.parse(former).isEmpty() || EmailAddress.parse(email).isEmpty()) {
            return form(
                    former, email, "site.sign-in.email.wrong", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (changes.rescue(former, rescue, email, request.getRemoteAddr())) {
            case Challenge.Mailed(UUID id, _) -> code(id, "", HttpStatus.OK);
            case Challenge.TooMany _ ->
                    form(former, email, "site.sign-in.too-many", HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    @PostMapping("/connexion/secours/code")
    View confirm(@RequestParam UUID change, @RequestParam(defaultValue = "") String code) {
        return switch (changes.confirm(change, code, null)) {
            case AddressChange.Changed _ -> pages.page("site/visitor/rescued", Map.of());
            case AddressChange.Wrong _ ->
                    code(change, "site.rescue.code.wrong", HttpStatus.UNPROCESSABLE_CONTENT);
            // the same for a code that was never sent: nothing tells who has an account
            case AddressChange.Expired _ ->
                    code(change, "site.rescue.code.wrong", HttpStatus.UNPROCESSABLE_CONTENT);
            case AddressChange.Taken _ ->
                    form("", "", "site.account.email.taken", HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private View form(String former, String email, String wrong, HttpStatus status) {
        return pages.page(
                "site/visitor/rescue",
                Map.of("former", former, "email", email, "wrong", wrong),
                status);
    }

    private View code(UUID change, String wrong, HttpStatus status) {
        return pages.page(
                "site/visitor/address-code",
                Map.of("change", change, "wrong", wrong, "to", "/connexion/secours/code"),
                status);
    }

    // ---- a change that one did not ask for

    @GetMapping("/connexion/refus/{token}")
    View refusal(@PathVariable String token) {
        return changes.refusable(token)
                .map(
                        refusable ->
                                pages.page(
                                        "site/visitor/refuse",
                                        Map.of("token", token, "until", refusable.until())))
                .orElseGet(this::nothing);
    }

    @PostMapping("/connexion/refus/{token}")
    View refuse(@PathVariable String token) {
        return changes.refuse(token) ? pages.page("site/visitor/refused", Map.of()) : nothing();
    }

    private View nothing() {
        return pages.page(
                "site/visitor/error",
                Map.of("status", 404, "why", "site.refusal.gone"),
                HttpStatus.NOT_FOUND);
    }
}
