package fr.gouv.workinfrance.site.administrator;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Reorganisations;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.office.Closure;
import fr.gouv.workinfrance.office.Closures;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.opinion.Opinions;
import fr.gouv.workinfrance.reference.Territories;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SitePages;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Closing a service: who succeeds it, from when, and how many requests that moves.
@Controller
class ClosurePages {

    private static final String AT = "/administration/services/{id}/fermeture";
    private static final String PART = "part-";

    private final SitePages pages;
    private final Offices offices;
    private final Closures closures;
    private final Reorganisations reorganisations;
    private final Opinions opinions;
    private final Appeals appeals;
    private final Territories territories;

    ClosurePages(
            SitePages pages,
            Offices offices,
            Closures closures,
            Reorganisations reorganisations,
            Opinions opinions,
            Appeals appeals,
            Territories territories) {
        this.pages = pages;
        this.offices = offices;
        this.closures = closures;
        this.reorganisations = reorganisations;
        this.opinions = opinions;
        this.appeals = appeals;
        this.territories = territories;
    }

    @GetMapping(AT)
    View form(@PathVariable String id) {
        Office office = known(id);
        return closures.of(id).isPresent()
                ? pages.to(at(office))
                : form(office, ClosureForm.NONE, List.of());
    }

    /// A service whose last day has passed is handed over at once.
    @PostMapping(AT)
    View close(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal Account account) {
        Office office = known(id);
        ClosureForm form = typed(typed);
        List<String> wrong = form.wrong(office, offices.today(office), possible(office, form));
        String step = Optional.ofNullable(typed.getFirst("etape")).orElse("");
        if (!wrong.isEmpty() || step.equals("corriger")) {
            return form(office, form, wrong);
        }
        Closure closure = form.closure(id);
        if (!step.equals("confirmer")) {
            return pages.page(
                    "site/administrator/closure-preview",
                    Map.of(
                            "office",
                            office,
                            "form",
                            form,
                            "closure",
                            closure,
                            "offices",
                            offices.all(closure.successors()),
                            "departments",
                            territories.departments(),
                            "foreseen",
                            reorganisations.foresee(office, closure),
                            "pending",
                            opinions.pendingAt(office.id()),
                            "appeals",
                            appeals.count(List.of(office.id()))));
        }
        if (!closures.plan(closure, account)) {
            return form(office, form, List.of("deja"));
        }
        reorganisations.carryOut(id, account.actor());
        return pages.to(at(office));
    }

    @PostMapping(AT + "/annulation")
    View cancel(@PathVariable String id, @AuthenticationPrincipal Account account) {
        Office office = known(id);
        closures.cancel(closures.of(id).orElseThrow(NotFound::new), account);
        return pages.to(at(office));
    }

    private View form(Office office, ClosureForm form, List<String> wrong) {
        return pages.page(
                "site/administrator/closure",
                Map.of(
                        "office", office,
                        "form", form,
                        "wrong", wrong,
                        "possible", possible(office, form),
                        "departments", territories.departments()),
                wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private List<Office> possible(Office office, ClosureForm form) {
        LocalDate day = OfficeForm.day(form.last());
        return closures.successors(office, day == null ? offices.today(office) : day);
    }

    private static ClosureForm typed(MultiValueMap<String, String> typed) {
        Map<String, String> parts = new TreeMap<>();
        typed.toSingleValueMap()
                .forEach(
                        (name, value) -> {
                            if (name.startsWith(PART)) {
                                parts.put(name.substring(PART.length()), value);
                            }
                        });
        return new ClosureForm(
                Optional.ofNullable(typed.getFirst("dernier")).orElse(""),
                Optional.ofNullable(typed.getFirst("successeur")).orElse(""),
                parts,
                "true".equals(typed.getFirst("equipe")));
    }

    private static String at(Office office) {
        return "/administration/services/" + office.id();
    }

    private Office known(String id) {
        return offices.office(id).orElseThrow(NotFound::new);
    }
}
