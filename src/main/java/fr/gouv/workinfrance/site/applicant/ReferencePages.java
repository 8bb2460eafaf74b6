package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Limits;
import fr.gouv.workinfrance.reference.Commune;
import fr.gouv.workinfrance.reference.Communes;
import fr.gouv.workinfrance.reference.Nomenclature;
import fr.gouv.workinfrance.reference.Nomenclatures;
import fr.gouv.workinfrance.reference.online.AddressAnswer;
import fr.gouv.workinfrance.reference.online.Addresses;
import fr.gouv.workinfrance.reference.online.PostalAddress;
import fr.gouv.workinfrance.site.NotFound;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What completes an answer while it is typed, for whoever is signed in, and not without end: the
/// State's own services are behind.
@Controller
class ReferencePages {

    private static final int SHOWN = 8;
    private static final int LONGEST = 150;
    private static final int MOST = 300;
    private static final Duration WITHIN = Duration.ofMinutes(5);

    private static final ResponseEntity<Choices> TOO_OFTEN =
            ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).body(new Choices(true, List.of()));

    private final Addresses addresses;
    private final Limits limits;
    private final Communes communes = new Communes();
    private final Nomenclatures lists = new Nomenclatures();

    ReferencePages(Addresses addresses, Limits limits) {
        this.addresses = addresses;
        this.limits = limits;
    }

    /// What may be chosen.
    ///
    /// @param away whether the service that answers is off
    record Choices(boolean away, List<Map<String, String>> choices) {}

    @GetMapping("/reference/adresses")
    ResponseEntity<Choices> addresses(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String postcode,
            @AuthenticationPrincipal Account account) {
        if (tooOften(account)) {
            return TOO_OFTEN;
        }
        return switch (addresses.complete(q, postcode)) {
            case AddressAnswer.Away _ -> answer(true, List.of());
            case AddressAnswer.Proposed(List<PostalAddress> all) ->
                    answer(
                            false,
                            all.stream()
                                    .map(
                                            one ->
                                                    Map.of(
                                                            "label", one.label(),
                                                            "value", one.label(),
                                                            "street", one.street(),
                                                            "postcode", one.postcode(),
                                                            "town", one.city()))
                                    .toList());
        };
    }

    @GetMapping("/reference/communes")
    ResponseEntity<Choices> communes(
            @RequestParam(defaultValue = "") String q, @AuthenticationPrincipal Account account) {
        return tooOften(account)
                ? TOO_OFTEN
                : answer(
                        false,
                        communes.begun(q, SHOWN).stream().map(ReferencePages::choice).toList());
    }

    /// One with a single postcode says it as well.
    private static Map<String, String> choice(Commune one) {
        String postcode = one.postcodes().size() == 1 ? one.postcodes().getFirst() : "";
        return Map.of(
                "label", (one.label() + " " + postcode).strip(),
                "value", one.label(),
                "town", one.name(),
                "postcode", postcode);
    }

    @GetMapping("/reference/{list}")
    ResponseEntity<Choices> codes(
            @PathVariable String list,
            @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal Account account) {
        if (tooOften(account)) {
            return TOO_OFTEN;
        }
        Nomenclature of =
                switch (list) {
                    case "metiers" -> lists.occupations();
                    case "activites" -> lists.activities();
                    case "conventions" -> lists.agreements();
                    default -> throw new NotFound();
                };
        return answer(
                false,
                q.length() > LONGEST
                        ? List.of()
                        : of.code(q).map(List::of).orElseGet(() -> of.meant(q)).stream()
                                .limit(SHOWN)
                                .map(of::shown)
                                .map(shown -> Map.of("label", shown, "value", shown))
                                .toList());
    }

    private static ResponseEntity<Choices> answer(boolean away, List<Map<String, String>> choices) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Choices(away, choices));
    }

    private boolean tooOften(Account account) {
        return !limits.allow("reference:" + account.id(), MOST, WITHIN);
    }
}
