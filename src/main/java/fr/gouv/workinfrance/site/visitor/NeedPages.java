package fr.gouv.workinfrance.site.visitor;

import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.need.Need;
import fr.gouv.workinfrance.procedure.need.Step;
import fr.gouv.workinfrance.site.SitePages;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/// Do I need an authorization? One question a page, then the answer. What was answered is in the
/// address and nowhere else: one goes back, bookmarks and sends it like any other.
@Controller
class NeedPages {

    private final SitePages pages;
    private final Procedures procedures;
    private final Clock clock;

    NeedPages(SitePages pages, Procedures procedures, Clock clock) {
        this.pages = pages;
        this.procedures = procedures;
        this.clock = clock;
    }

    @GetMapping(NeedView.PATH)
    View need(@RequestParam MultiValueMap<String, String> sent, Locale locale) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), HolidayZone.METROPOLE.id());
        Need need = procedures.need();
        NeedView view = NeedView.of(need, sent, today, locale);
        if (view.walk().trouble() != null) {
            return question(view, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!view.addressed(need, sent)) {
            return pages.to(view.address());
        }
        return view.walk().step() instanceof Step.Answer(var row)
                ? pages.page("site/visitor/need-answer", Map.of("view", view, "row", row))
                : question(view, HttpStatus.OK);
    }

    private View question(NeedView view, HttpStatus status) {
        return pages.page("site/visitor/need", Map.of("view", view), status);
    }
}
