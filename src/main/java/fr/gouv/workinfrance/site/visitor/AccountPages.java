package fr.gouv.workinfrance.site.visitor;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.AddressChange;
import fr.gouv.workinfrance.access.AddressChanges;
import fr.gouv.workinfrance.access.Challenge;
import fr.gouv.workinfrance.access.EmailAddress;
import fr.gouv.workinfrance.access.RescueCodes;
import fr.gouv.workinfrance.access.SignInSession;
import fr.gouv.workinfrance.access.Telling;
import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.site.SitePages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// One's account: name and language, how one is told, the e-mail address, and what to keep against
/// the day when the mailbox is lost.
@Controller
class AccountPages {

    private static final int LONGEST_NAME = 100;

    private final SitePages pages;
    private final Accounts accounts;
    private final AddressChanges changes;
    private final RescueCodes rescue;
    private final SignInSession session;

    AccountPages(
            SitePages pages,
            Accounts accounts,
            AddressChanges changes,
            RescueCodes rescue,
            SignInSession session) {
        this.pages = pages;
        this.accounts = accounts;
        this.changes = changes;
        this.rescue = rescue;
        this.session = session;
    }

    @GetMapping("/mon-compte")
    View account(@AuthenticationPrincipal Account account) {
        return account(account, Map.of(), HttpStatus.OK);
    }

    private View account(Account account, Map<String, String> wrong, HttpStatus status) {
        Map<String, Object> model = new HashMap<>();
        model.put("account", account);
        model.put(
                "telling",
                accounts.tellings(Set.of(account.id()))
                        .getOrDefault(account.id(), Telling.AT_ONCE));
        model.put("left", rescue.left(account));
        model.put("email", wrong.getOrDefault("email", ""));
        model.put("wrong", wrong.getOrDefault("why", ""));
        return pages.page("site/visitor/account", model, status);
    }

    @PostMapping("/mon-compte/identite")
    View rename(
            @RequestParam(defaultValue = "") String givenName,
            @RequestParam(defaultValue = "") String surname,
            @RequestParam String language,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request,
            HttpServletResponse response) {
        Account renamed =
                accounts.rename(
                        account.id(),
                        cut(givenName),
                        cut(surname),
                        account.capacity(),
                        Language.of(language).isPresent() ? language : account.language(),
                        account.actor());
        session.open(request, response, renamed);
        return pages.to("/mon-compte?enregistre");
    }

    private static String cut(String name) {
        String line = name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST_NAME));
    }

    @PostMapping("/mon-compte/messages")
    View tell(@RequestParam Telling telling, @AuthenticationPrincipal Account account) {
        accounts.tell(account, telling);
        return pages.to("/mon-compte?enregistre");
    }

    // ---- another address

    @PostMapping("/mon-compte/adresse")
    View move(
            @RequestParam(defaultValue = "") String email,
            @AuthenticationPrincipal Account account) {
        if (EmailAddress.parse(email).isEmpty()) {
            return again(account, email, "site.sign-in.email.wrong");
        }
        return switch (changes.ask(account, email)) {
            case Challenge.Mailed(UUID id, _) -> code(id, "", HttpStatus.OK);
            case Challenge.TooMany _ ->
                    account(
                            account,
                            Map.of("email", email, "why", "site.sign-in.too-many"),
                            HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    @PostMapping("/mon-compte/adresse/code")
    View confirm(
            @RequestParam UUID change,
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (changes.confirm(change, code, account)) {
            case AddressChange.Changed(Account moved) -> {
                session.open(request, response, moved);
                yield pages.to("/mon-compte?adresse");
            }
            case AddressChange.Wrong _ ->
                    code(change, "site.sign-in.code.wrong", HttpStatus.UNPROCESSABLE_CONTENT);
            case AddressChange.Expired _ -> again(account, "", "site.sign-in.expired");
            case AddressChange.Taken _ -> again(account, "", "site.account.email.taken");
        };
    }

    private View again(Account account, String email, String why) {
        return account(
                account, Map.of("email", email, "why", why), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View code(UUID change, String wrong, HttpStatus status) {
        return pages.page(
                "site/visitor/address-code",
                Map.of("change", change, "wrong", wrong, "to", "/mon-compte/adresse/code"),
                status);
    }

    // ---- against the day when the mailbox is lost

    @PostMapping("/mon-compte/secours")
    View rescueCodes(@AuthenticationPrincipal Account account) {
        return pages.page("site/visitor/rescue-codes", Map.of("codes", rescue.make(account)));
    }
}
