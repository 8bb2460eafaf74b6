package fr.gouv.workinfrance.site.administrator;

import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.review.Health;
import fr.gouv.workinfrance.procedure.review.Text;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SitePages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/// How well the catalogue stands, and where each text is used.
@Controller
class CataloguePages {

    private final SitePages pages;
    private final Procedures procedures;
    private final Clock clock;

    CataloguePages(SitePages pages, Procedures procedures, Clock clock) {
        this.pages = pages;
        this.procedures = procedures;
        this.clock = clock;
    }

    @GetMapping("/administration")
    View home() {
        return pages.page("site/administrator/home", Map.of("procedures", procedures.all()));
    }

    @GetMapping("/administration/catalogue")
    View health() {
        return pages.page(
                "site/administrator/health", Map.of("view", new CatalogueView(onThisDay())));
    }

    @GetMapping("/administration/catalogue/textes")
    View texts() {
        return pages.page(
                "site/administrator/texts", Map.of("view", new CatalogueView(onThisDay())));
    }

    @GetMapping("/administration/catalogue/textes/{slug}")
    View text(@PathVariable String slug) {
        Health health = onThisDay();
        Text text =
                health.texts().stream()
                        .filter(known -> known.slug().equals(slug))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        return pages.page("site/administrator/text", Map.of("health", health, "text", text));
    }

    private Health onThisDay() {
        return Health.of(
                procedures.corpus(),
                LocalDate.ofInstant(clock.instant(), HolidayZone.METROPOLE.id()));
    }
}
