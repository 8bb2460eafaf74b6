package fr.gouv.workinfrance.site.employer;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.dossier.Belonging;
import fr.gouv.workinfrance.dossier.Colleagues;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.Party;
import fr.gouv.workinfrance.employer.Claims;
import fr.gouv.workinfrance.employer.Employer;
import fr.gouv.workinfrance.employer.Employers;
import fr.gouv.workinfrance.employer.Establishment;
import fr.gouv.workinfrance.employer.Position;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.reference.Siret;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SeenRegister;
import fr.gouv.workinfrance.site.SitePages;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The space of a company: which one, its requests, its establishments.
@Controller
class CompanyPages {

    private static final int SIZE = 25;

    private final SitePages pages;
    private final SeenCompanies companies;
    private final SeenDossiers requests;
    private final Employers employers;
    private final Claims claims;
    private final Colleagues colleagues;
    private final Drafts drafts;
    private final Procedures procedures;
    private final Accounts accounts;
    private final SeenRegister register;
    private final Clock clock;

    CompanyPages(
            SitePages pages,
            SeenCompanies companies,
            SeenDossiers requests,
            Employers employers,
            Claims claims,
            Colleagues colleagues,
            Drafts drafts,
            Procedures procedures,
            Accounts accounts,
            SeenRegister register,
            Clock clock) {
        this.pages = pages;
        this.companies = companies;
        this.requests = requests;
        this.employers = employers;
        this.claims = claims;
        this.colleagues = colleagues;
        this.drafts = drafts;
        this.procedures = procedures;
        this.accounts = accounts;
        this.register = register;
        this.clock = clock;
    }

    @GetMapping("/entreprise")
    View mine(@AuthenticationPrincipal Account account, HttpServletRequest request) {
        return pages.page(
                "site/employer/companies",
                Map.of("positions", companies.of(account, request), "claims", claims.of(account)));
    }

    // ---- its requests

    @GetMapping("/entreprise/{siren}/demandes")
    View requests(
            @PathVariable String siren,
            @RequestParam(name = "apres", defaultValue = "") String after,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        Position position = companies.seen(siren, account, request);
        Dossier last = after.isEmpty() ? null : requests.byParty(after, account).dossier();
        List<Dossier> found = colleagues.of(position.membership(), last, SIZE + 1);
        boolean more = found.size() > SIZE;
        List<Dossier> shown = more ? found.subList(0, SIZE) : found;
        LocalDate today = LocalDate.ofInstant(clock.instant(), HolidayZone.METROPOLE.id());
        return pages.page(
                "site/employer/requests",
                Map.of(
                        "position",
                        position,
                        "dossiers",
                        shown,
                        "people",
                        accounts.named(people(shown)),
                        "procedures",
                        procedures.all().stream()
                                .collect(Collectors.toMap(Procedure::id, Procedure::name)),
                        "opened",
                        procedures.all().stream()
                                .filter(known -> asked(known, today))
                                .map(Procedure::id)
                                .toList(),
                        "next",
                        more ? shown.getLast().reference().value() : ""));
    }

    private static boolean asked(Procedure procedure, LocalDate today) {
        return procedure.on(Procedure.Aspect.FORM, today).isPresent();
    }

    /// Who began these requests, and who is in charge of them.
    private static List<UUID> people(List<Dossier> dossiers) {
        return dossiers.stream()
                .flatMap(
                        dossier ->
                                Stream.concat(
                                        Stream.ofNullable(dossier.belonging().openedBy()),
                                        dossier.party(Part.EMPLOYER).map(Party::account).stream()))
                .distinct()
                .toList();
    }

    @PostMapping("/entreprise/{siren}/demandes")
    View open(
            @PathVariable String siren,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String siret,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        Position position = companies.seen(siren, account, request);
        LocalDate today = LocalDate.ofInstant(clock.instant(), HolidayZone.METROPOLE.id());
        Procedure wanted =
                procedures
                        .procedure(procedure)
                        .filter(known -> asked(known, today))
                        .orElseThrow(NotFound::new);
        Establishment at =
                position.establishments().stream()
                        .filter(one -> one.siret().value().equals(siret))
                        .filter(_ -> position.begins())
                        .findFirst()
                        .orElseThrow(NotFound::new);
        Dossier draft =
                drafts.open(
                        wanted.id(),
                        Part.EMPLOYER,
                        account,
                        account.language(),
                        Map.of(
                                Known.EMPLOYER_KIND.field(), Belonging.COMPANY,
                                Known.EMPLOYER_SIRET.field(), at.siret().value(),
                                Known.EMPLOYER_NAME.field(), position.employer().name()));
        return pages.to("/dossiers/" + draft.reference());
    }

    @PostMapping("/dossiers/{reference}/prise-en-charge")
    View takeOver(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        Dossier dossier = requests.byParty(reference, account).dossier();
        return pages.to("/dossiers/" + colleagues.takeOver(dossier.id(), account).reference());
    }

    // ---- its establishments

    @GetMapping("/entreprise/{siren}/etablissements")
    View establishments(
            @PathVariable String siren,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        return establishments(
                companies.seen(siren, account, request), "", "", "", FoundView.NONE, HttpStatus.OK);
    }

    @PostMapping("/entreprise/{siren}/etablissements")
    View add(
            @PathVariable String siren,
            @RequestParam(defaultValue = "") String siret,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(name = "trouver", required = false) @Nullable String find,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        Position position = companies.administered(siren, account, request);
        Siret read = Siret.parse(siret).orElse(null);
        String wrong =
                read == null
                        ? "procedure.wrong.siret"
                        : !read.siren().equals(position.employer().siren().value())
                                ? "site.company.establishment.other"
                                : Employer.callable(name) || find != null
                                        ? ""
                                        : "site.company.name.missing";
        if (read == null || !wrong.isEmpty()) {
            return establishments(
                    position, siret, name, wrong, FoundView.NONE, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (find != null) {
            FoundView found = FoundView.of(register.find(read, account));
            return establishments(
                    position, siret, found.typed(name, FoundView::sign), "", found, HttpStatus.OK);
        }
        employers.add(position.employer().id(), read, name.strip(), account);
        return to(position, "etablissements");
    }

    @GetMapping("/entreprise/{siren}/etablissements/{siret}/fermeture")
    View closing(
            @PathVariable String siren,
            @PathVariable String siret,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        Position position = companies.administered(siren, account, request);
        Establishment one =
                position.employer()
                        .establishment(siret)
                        .filter(Establishment::open)
                        .orElseThrow(NotFound::new);
        return pages.page(
                "site/employer/sure",
                Map.of(
                        "position",
                        position,
                        "what",
                        "establishment.close",
                        "about",
                        one.name() + " – SIRET " + one.siret().pretty(),
                        "to",
                        "etablissements/" + siret + "/fermeture",
                        "back",
                        "etablissements"));
    }

    @PostMapping("/entreprise/{siren}/etablissements/{siret}/fermeture")
    View close(
            @PathVariable String siren,
            @PathVariable String siret,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        Position position = companies.administered(siren, account, request);
        Establishment one = position.employer().establishment(siret).orElseThrow(NotFound::new);
        employers.close(position.employer().id(), one.siret(), account);
        return to(position, "etablissements");
    }

    /// The company has ceased: said once, with a box to tick, for it does not come back.
    @PostMapping("/entreprise/{siren}/cessation")
    View cease(
            @PathVariable String siren,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        Position position = companies.administered(siren, account, request);
        if (!confirmed) {
            return establishments(
                    position,
                    "",
                    "",
                    "site.company.cease.missing",
                    FoundView.NONE,
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        employers.close(position.employer().id(), account);
        return to(position, "etablissements");
    }

    private View establishments(
            Position position,
            String siret,
            String name,
            String wrong,
            FoundView found,
            HttpStatus status) {
        return pages.page(
                "site/employer/establishments",
                Map.of(
                        "position", position,
                        "siret", siret,
                        "name", name,
                        "wrong", wrong,
                        "found", found),
                status);
    }

    private View to(Position position, String page) {
        return pages.to("/entreprise/" + position.employer().siren() + "/" + page);
    }
}
