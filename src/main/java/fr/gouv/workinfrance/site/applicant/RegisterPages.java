package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.Given;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.LookUp;
import fr.gouv.workinfrance.reference.online.RegisterAnswer;
import fr.gouv.workinfrance.reference.online.RegisterSearch;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SitePages;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The register of establishments, asked from a request: by name, or as a SIRET is left.
@Controller
class RegisterPages {

    private final SitePages pages;
    private final SeenDossiers requests;
    private final RegisterForm register;
    private final Drafts drafts;

    RegisterPages(SitePages pages, SeenDossiers requests, RegisterForm register, Drafts drafts) {
        this.pages = pages;
        this.requests = requests;
        this.register = register;
        this.drafts = drafts;
    }

    @GetMapping("/dossiers/{reference}/registre/{field}")
    View search(
            @PathVariable String reference,
            @PathVariable String field,
            @RequestParam(required = false) @Nullable String nom,
            @RequestParam(required = false) @Nullable String commune,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        Field asked = asked(seen, field);
        String name = nom == null ? answered(seen, asked, LookUp.Fact.NAME) : nom;
        String town = commune == null ? answered(seen, asked, LookUp.Fact.TOWN) : commune;
        Map<String, Object> model = new HashMap<>();
        model.put("seen", seen);
        model.put("field", asked);
        model.put("name", name);
        model.put("town", town);
        if (nom != null) {
            model.put("answer", register.search(name, town, account));
        } else {
            model.put("answer", new RegisterSearch.Listed(List.of()));
        }
        model.put("searched", nom != null);
        return pages.page("site/applicant/find", model);
    }

    @PostMapping("/dossiers/{reference}/registre/{field}")
    View choose(
            @PathVariable String reference,
            @PathVariable String field,
            @RequestParam String siret,
            @AuthenticationPrincipal Account account,
            Locale locale) {
        Seen seen = requests.byParty(reference, account);
        Field asked = asked(seen, field);
        int revision = seen.dossier().answers().revision(field);
        drafts.answer(
                seen.dossier().id(), List.of(new Given(field, siret, revision)), account, locale);
        register.find(requests.byParty(reference, account), asked, Set.of(), account, locale);
        return pages.to(
                "/dossiers/"
                        + seen.dossier().reference()
                        + "/formulaire/"
                        + asked.section()
                        + "#"
                        + field);
    }

    /// What the register says, for the page that is being filled: beside the SIRET, once it is
    /// kept.
    @PostMapping("/dossiers/{reference}/registre/{field}/fiche")
    View found(
            @PathVariable String reference,
            @PathVariable String field,
            @AuthenticationPrincipal Account account,
            Locale locale) {
        Seen seen = requests.byParty(reference, account);
        Field asked = asked(seen, field);
        RegisterAnswer answer = register.find(seen, asked, Set.of(), account, locale);
        Seen after = requests.byParty(reference, account);
        return pages.page(
                "site/applicant/register", Map.of("register", register.view(after, asked, answer)));
    }

    private static Field asked(Seen seen, String field) {
        return seen.version()
                .field(field)
                .filter(RegisterForm::answers)
                .filter(seen::changes)
                .orElseThrow(NotFound::new);
    }

    private static String answered(Seen seen, Field field, LookUp.Fact fact) {
        return Optional.ofNullable(field.lookUp())
                .map(lookUp -> lookUp.fills().get(fact))
                .flatMap(other -> seen.dossier().answers().text(other))
                .orElse("");
    }
}
