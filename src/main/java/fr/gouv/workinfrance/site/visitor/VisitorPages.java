package fr.gouv.workinfrance.site.visitor;

import fr.gouv.workinfrance.access.Limits;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.permit.Permits;
import fr.gouv.workinfrance.permit.Verification;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.reference.PartialDate;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SitePages;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Home, the catalogue, what the law asks every service to say, and the check of an authorization.
@Controller
class VisitorPages {

    private static final Duration TOLD_FOR = Duration.ofDays(180);

    private final SitePages pages;
    private final Procedures procedures;
    private final Permits permits;
    private final Clock clock;
    private final String baseUrl;

    VisitorPages(
            SitePages pages,
            Procedures procedures,
            Permits permits,
            Clock clock,
            @Value("${wif.base-url}") String baseUrl) {
        this.pages = pages;
        this.procedures = procedures;
        this.permits = permits;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    @GetMapping("/")
    View home() {
        return pages.page("site/visitor/home", Map.of());
    }

    @GetMapping("/demarches")
    View catalogue() {
        return pages.page("site/visitor/catalogue", Map.of("procedures", procedures.all()));
    }

    @GetMapping("/demarches/{id}")
    View procedure(@PathVariable String id, Locale locale) {
        ProcedureView view = view(id);
        String url = baseUrl + Language.of(locale).prefix() + "/demarches/" + view.procedure().id();
        return pages.page(
                "site/visitor/procedure",
                Map.of("view", view, "structured", StructuredView.of(view, locale, url)));
    }

    @GetMapping("/demarches/{id}/a-preparer")
    View prepare(@PathVariable String id) {
        ProcedureView view = view(id);
        if (view.version() == null) {
            throw new NotFound();
        }
        return pages.page("site/visitor/prepare", Map.of("view", view));
    }

    private ProcedureView view(String id) {
        return ProcedureView.of(
                procedures.procedure(id).orElseThrow(NotFound::new),
                LocalDate.ofInstant(clock.instant(), HolidayZone.METROPOLE.id()));
    }

    @GetMapping({
        "/aide",
        "/contact",
        "/accessibilite",
        "/mentions-legales",
        "/donnees-personnelles",
        "/conditions-d-utilisation",
        "/plan-du-site",
        "/etat-du-service"
    })
    View told(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return pages.page("site/visitor/told", Map.of("page", path.substring(1)));
    }

    @GetMapping(path = "/.well-known/security.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> security() {
        return ResponseEntity.ok(
                """
                Contact: %1$s/contact
                Expires: %2$s
                Preferred-Languages: fr, en
                Canonical: %1$s/.well-known/security.txt
                """
                        .formatted(baseUrl, clock.instant().plus(TOLD_FOR)));
    }

    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> robots() {
        return ResponseEntity.ok("User-agent: *\nDisallow: /dossiers/\nDisallow: /verifier/\n");
    }

    // ---- checking an authorization

    @GetMapping("/verifier")
    View verifier() {
        return pages.page("site/visitor/verify", Map.of());
    }

    @GetMapping("/verifier/{code}")
    View verifyCode(@PathVariable String code, HttpServletRequest request) {
        return verified(permits.verify(code, Limits.network(request.getRemoteAddr())));
    }

    @PostMapping("/verifier")
    View verifyNumber(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String birth,
            HttpServletRequest request) {
        Optional<PartialDate> born = PartialDate.parse(birth);
        if (number.isBlank() || born.isEmpty()) {
            return pages.page(
                    "site/visitor/verify",
                    Map.of(
                            "number",
                            number,
                            "birth",
                            birth,
                            "numberWrong",
                            number.isBlank(),
                            "birthWrong",
                            born.isEmpty()),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return verified(
                permits.verify(number, born.get(), Limits.network(request.getRemoteAddr())));
    }

    private View verified(Verification verification) {
        return pages.page(
                "site/visitor/verified",
                Map.of("verification", verification),
                verification instanceof Verification.TooMany
                        ? HttpStatus.TOO_MANY_REQUESTS
                        : HttpStatus.OK);
    }
}
