package fr.gouv.workinfrance.site.visitor;

import fr.gouv.workinfrance.access.Acceptance;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Challenge;
import fr.gouv.workinfrance.access.EmailAddress;
import fr.gouv.workinfrance.access.InvitationState;
import fr.gouv.workinfrance.access.Invitations;
import fr.gouv.workinfrance.access.Limits;
import fr.gouv.workinfrance.access.ReturnPath;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.access.SignIn;
import fr.gouv.workinfrance.access.SignInSession;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Parties;
import fr.gouv.workinfrance.employer.Members;
import fr.gouv.workinfrance.employer.mandate.Mandates;
import fr.gouv.workinfrance.opinion.Rosters;
import fr.gouv.workinfrance.site.SitePages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Coming in: a code by e-mail, confirmed by hand; or an invitation, with the code its sender gave.
@Controller
class SignInPages {

    private final SitePages pages;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Parties parties;
    private final Dossiers dossiers;
    private final Mandates mandates;
    private final SignInSession session;

    SignInPages(
            SitePages pages,
            Accounts accounts,
            Invitations invitations,
            Parties parties,
            Dossiers dossiers,
            Mandates mandates,
            SignInSession session) {
        this.pages = pages;
        this.accounts = accounts;
        this.invitations = invitations;
        this.parties = parties;
        this.dossiers = dossiers;
        this.mandates = mandates;
        this.session = session;
    }

    @GetMapping("/connexion")
    View email(@RequestParam(required = false) @Nullable String retour) {
        return pages.page(
                "site/visitor/sign-in",
                Map.of("email", "", "retour", ReturnPath.of(retour).value(), "wrong", ""));
    }

    @PostMapping("/connexion")
    View sendCode(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(required = false) @Nullable String retour,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        String back = ReturnPath.of(retour).value();
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            return again(email, back, "site.sign-in.email.wrong", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (accounts.challenge(
                address.get().value(),
                language.getLanguage(),
                Limits.network(request.getRemoteAddr()))) {
            case Challenge.Mailed mailed -> {
                session.remember(response, mailed);
                yield code(address.get().value(), back, "");
            }
            case Challenge.TooMany _ ->
                    again(email, back, "site.sign-in.too-many", HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    @PostMapping("/connexion/code")
    View redeem(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(required = false) @Nullable String retour,
            @AuthenticationPrincipal @Nullable Account already,
            HttpServletRequest request,
            HttpServletResponse response) {
        String back = ReturnPath.of(retour).value();
        Optional<UUID> challenge = session.challenge(request);
        if (challenge.isEmpty()) {
            // a double click: the first one did it
            return already != null
                    ? new RedirectView(back, true)
                    : again(email, back, "site.sign-in.expired", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return switch (accounts.redeem(challenge.get(), code.replaceAll("\\s", ""))) {
            case SignIn.Accepted(Account account) -> {
                session.open(request, response, account);
                yield new RedirectView(back, true);
            }
            case SignIn.Reserved _ ->
                    again(email, back, "site.sign-in.reserved", HttpStatus.UNPROCESSABLE_CONTENT);
            case SignIn.Wrong _ -> code(email, back, "site.sign-in.code.wrong");
            case SignIn.Expired _ ->
                    again(email, back, "site.sign-in.expired", HttpStatus.UNPROCESSABLE_CONTENT);
            case SignIn.TooMany _ ->
                    again(email, back, "site.sign-in.too-many", HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    private View again(String email, String back, String wrong, HttpStatus status) {
        return pages.page(
                "site/visitor/sign-in",
                Map.of("email", email, "retour", back, "wrong", wrong),
                status);
    }

    private View code(String email, String back, String wrong) {
        return pages.page(
                "site/visitor/code",
                Map.of("email", email, "retour", back, "wrong", wrong),
                wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    // ---- invitations

    @GetMapping("/invitation/{token}")
    View invitation(@PathVariable String token) {
        return invited(token, "");
    }

    @PostMapping("/invitation/{token}")
    View accept(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal @Nullable Account account) {
        if (account == null) {
            return new RedirectView("/connexion?retour=/invitation/" + token, true);
        }
        return switch (accepted(token, code.replaceAll("\\s", ""), account)) {
            case Acceptance.Joined(String relation, Scope scope) ->
                    pages.to(place(relation, scope));
            case Acceptance.Wrong _ -> invited(token, "site.invitation.wrong");
            case Acceptance.Gone _ -> invited(token, "");
        };
    }

    /// Where what one was invited to begins.
    private String place(String relation, Scope scope) {
        if (Mandates.invites(relation)) {
            return "/mandats/" + scope.id();
        }
        if (relation.equals(Members.INVITED)) {
            return "/entreprise";
        }
        if (Rosters.invites(relation)) {
            return "/avis?service=" + scope.id();
        }
        return dossiers.find(new DossierId(UUID.fromString(scope.id())))
                .map(dossier -> "/dossiers/" + dossier.reference())
                .orElse("/mes-demandes");
    }

    /// An invitation to a mandate is not one to a request.
    private Acceptance accepted(String token, String code, Account account) {
        return invitations.state(token) instanceof InvitationState.Open open
                        && Mandates.invites(open.relation())
                ? mandates.join(token, code, account)
                : parties.accept(token, code, account);
    }

    private View invited(String token, String wrong) {
        return switch (invitations.state(token)) {
            case InvitationState.Open open ->
                    pages.page(
                            "site/visitor/invitation",
                            Map.of("open", open, "token", token, "wrong", wrong),
                            wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
            case InvitationState.Gone _ ->
                    pages.page(
                            "site/visitor/error",
                            Map.of("status", 404, "why", "site.invitation.gone"),
                            HttpStatus.NOT_FOUND);
        };
    }
}
