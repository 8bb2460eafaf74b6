package fr.gouv.workinfrance.site.employer;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Limits;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.employer.Claim;
import fr.gouv.workinfrance.employer.Claiming;
import fr.gouv.workinfrance.employer.Claims;
import fr.gouv.workinfrance.employer.Employer;
import fr.gouv.workinfrance.employer.Proof;
import fr.gouv.workinfrance.employer.Proven;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.reference.Commune;
import fr.gouv.workinfrance.reference.Communes;
import fr.gouv.workinfrance.reference.Siret;
import fr.gouv.workinfrance.reference.online.Establishment;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenRegister;
import fr.gouv.workinfrance.site.SitePages;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Saying that one acts for a company, and proving it.
@Controller
class ClaimPages {

    /// How many companies one person may say he acts for in a day: each tells its administrators.
    private static final int CLAIMS = 10;

    private static final Duration DAY = Duration.ofDays(1);
    private static final FieldType DATE = new FieldType.Day();
    private static final Pattern POSTCODE = Pattern.compile("\\d{5}");

    private final SitePages pages;
    private final Claims claims;
    private final Documents documents;
    private final Limits limits;
    private final SeenRegister register;
    private final Communes communes = new Communes();

    ClaimPages(
            SitePages pages,
            Claims claims,
            Documents documents,
            Limits limits,
            SeenRegister register) {
        this.pages = pages;
        this.claims = claims;
        this.documents = documents;
        this.limits = limits;
        this.register = register;
    }

    @GetMapping("/entreprise/rattachements")
    View claim() {
        return claim("", "", "", "", FoundView.NONE, HttpStatus.OK);
    }

    @PostMapping("/entreprise/rattachements")
    View claim(
            @RequestParam(defaultValue = "") String siret,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String postcode,
            @RequestParam(name = "trouver", required = false) @Nullable String find,
            @AuthenticationPrincipal Account account) {
        Optional<Siret> read = Siret.parse(siret);
        if (find != null && read.isPresent()) {
            FoundView found = FoundView.of(register.find(read.get(), account));
            return claim(
                    siret,
                    found.typed(name, Establishment::name),
                    found.typed(postcode, Establishment::postcode),
                    "",
                    found,
                    HttpStatus.OK);
        }
        String wrong = wrong(read.isPresent(), name, postcode.strip());
        if (read.isEmpty() || !wrong.isEmpty()) {
            return claim(
                    siret, name, postcode, wrong, FoundView.NONE, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!limits.allow("claim:" + account.id(), CLAIMS, DAY)) {
            return pages.page(
                    "site/visitor/error",
                    Map.of("status", 429, "why", "site.error.429"),
                    HttpStatus.TOO_MANY_REQUESTS);
        }
        String department = department(read.get(), postcode.strip());
        return switch (claims.open(read.get(), name, department, account)) {
            case Claiming.Known _ -> pages.to("/entreprise/" + read.get().siren() + "/demandes");
            case Claiming.ToProve(Claim claim) -> to(claim);
            case Claiming.Asked(Claim claim) -> to(claim);
        };
    }

    private static String wrong(boolean siret, String name, String postcode) {
        if (!siret) {
            return "procedure.wrong.siret";
        }
        if (!Employer.callable(name)) {
            return "site.company.name.missing";
        }
        return postcode.isEmpty() || POSTCODE.matcher(postcode).matches()
                ? ""
                : "procedure.wrong.postcode";
    }

    /// Where the establishment is: as the register has said, otherwise by the postcode, which may
    /// be of two départements.
    private @Nullable String department(Siret siret, String postcode) {
        return register.known(siret)
                .flatMap(found -> communes.commune(found.establishment().commune()))
                .map(Commune::department)
                .or(() -> communes.departmentOf(postcode, ""))
                .orElse(null);
    }

    private View claim(
            String siret,
            String name,
            String postcode,
            String wrong,
            FoundView found,
            HttpStatus status) {
        return pages.page(
                "site/employer/claim",
                Map.of(
                        "siret", siret,
                        "name", name,
                        "postcode", postcode,
                        "wrong", wrong,
                        "found", found),
                status);
    }

    @GetMapping("/entreprise/rattachements/{id}")
    View claimed(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        return claimed(known(id, account), "", "", HttpStatus.OK);
    }

    @PostMapping(
            path = "/entreprise/rattachements/{id}",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    View prove(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String day,
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal Account account,
            Locale locale)
            throws IOException {
        Claim claim = known(id, account);
        boolean extract = !kind.equals("delegation");
        Optional<LocalDate> given = day(day, locale);
        if (extract && given.isEmpty()) {
            return claimed(claim, day, "site.company.proof.day", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        try (InputStream in = file.getInputStream()) {
            return switch (documents.store(in, name, file.getSize(), account.actor())) {
                case Reception.Refused refused ->
                        claimed(
                                claim,
                                day,
                                "document.refused." + refused.reason().name(),
                                HttpStatus.UNPROCESSABLE_CONTENT);
                case Reception.Received received -> {
                    DocumentId document = received.document().id();
                    Proof proof =
                            extract
                                    ? new Proof.Extract(document, given.orElseThrow())
                                    : new Proof.Delegation(document);
                    if (claims.prove(id, proof, account) == Proven.NOT_RECENT) {
                        documents.erase(document, account.actor());
                        yield claimed(
                                claim,
                                day,
                                "site.company.proof.old",
                                HttpStatus.UNPROCESSABLE_CONTENT);
                    }
                    yield to(claim);
                }
            };
        }
    }

    private static Optional<LocalDate> day(String typed, Locale locale) {
        return DATE.parse(typed, locale) instanceof Parsed.Value(Object day, _)
                ? Optional.of(LocalDate.parse(day.toString()))
                : Optional.empty();
    }

    private View claimed(Claim claim, String day, String wrong, HttpStatus status) {
        return pages.page(
                "site/employer/claimed",
                Map.of(
                        "claim", claim,
                        "administered", claims.administered(claim.employer()),
                        "day", day,
                        "wrong", wrong),
                status);
    }

    private Claim known(UUID id, Account account) {
        return claims.claim(id, account).orElseThrow(NotFound::new);
    }

    private View to(Claim claim) {
        return pages.to("/entreprise/rattachements/" + claim.id());
    }
}
