package fr.gouv.workinfrance.site.administrator;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.dossier.Reorganisations;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;
import fr.gouv.workinfrance.office.Closures;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.office.Place;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.reference.Countries;
import fr.gouv.workinfrance.reference.Country;
import fr.gouv.workinfrance.reference.Department;
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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The services: all of them, one of them, a new one, and what changes in one. What is typed is
/// shown with what it moves before it is done.
@Controller
class OfficePages {

    private static final String AT = "/administration/services";

    private final SitePages pages;
    private final Offices offices;
    private final Closures closures;
    private final Reorganisations reorganisations;
    private final Procedures procedures;
    private final Territories territories;
    private final Countries countries;
    private final Journal journal;
    private final Accounts accounts;

    OfficePages(
            SitePages pages,
            Offices offices,
            Closures closures,
            Reorganisations reorganisations,
            Procedures procedures,
            Territories territories,
            Countries countries,
            Journal journal,
            Accounts accounts) {
        this.pages = pages;
        this.offices = offices;
        this.closures = closures;
        this.reorganisations = reorganisations;
        this.procedures = procedures;
        this.territories = territories;
        this.countries = countries;
        this.journal = journal;
        this.accounts = accounts;
    }

    /// @param kind the préfectures, when nothing is said; all when it is blank
    /// @param region by code; all when it is blank
    @GetMapping(AT)
    View all(
            @RequestParam(name = "nature", defaultValue = "PREFECTURE") String kind,
            @RequestParam(name = "toutes", defaultValue = "false") boolean every,
            @RequestParam(name = "region", defaultValue = "") String region) {
        List<Department> within =
                territories.departments().stream()
                        .filter(one -> region.isEmpty() || one.regionCode().equals(region))
                        .toList();
        List<Office> shown =
                offices.all().stream()
                        .filter(office -> every || office.kind().name().equals(kind))
                        .filter(
                                office ->
                                        region.isEmpty()
                                                || within.stream()
                                                        .map(Department::code)
                                                        .anyMatch(
                                                                office.territory().departments()
                                                                        ::contains))
                        .toList();
        return pages.page(
                "site/administrator/offices",
                Map.of(
                        "offices", shown,
                        "departments", territories.departments(),
                        "kind", kind,
                        "every", every,
                        "region", region,
                        "today", today()));
    }

    @GetMapping(AT + "/{id}")
    View one(@PathVariable String id) {
        Office office = known(id);
        List<Entry> entries = journal.of(new Subject("office", id)).reversed();
        return pages.page(
                "site/administrator/office",
                Map.of(
                        "view",
                        new OfficeView(
                                office,
                                closures.of(id),
                                reorganisations.of(office),
                                offices.all().stream()
                                        .collect(Collectors.toMap(Office::id, Function.identity())),
                                territories.departments(),
                                procedures.all(),
                                entries,
                                accounts.named(
                                        entries.stream()
                                                .map(Entry::actor)
                                                .filter(by -> by.kind() == Actor.Kind.ACCOUNT)
                                                .map(by -> UUID.fromString(by.id()))
                                                .distinct()
                                                .toList()),
                                offices.today(office))));
    }

    @GetMapping(AT + "/nouveau")
    View blank() {
        return form(OfficeForm.NONE, List.of(), Optional.empty());
    }

    @PostMapping(AT)
    View open(
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal Account account) {
        OfficeForm form = typed(typed, first(typed, "identifiant"), first(typed, "nature"));
        return step(form, first(typed, "etape"), Optional.empty(), account);
    }

    @GetMapping(AT + "/{id}/modification")
    View edit(@PathVariable String id) {
        Office office = known(id);
        return form(OfficeForm.of(office), List.of(), Optional.of(office));
    }

    @PostMapping(AT + "/{id}/modification")
    View change(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal Account account) {
        Office office = known(id);
        OfficeForm form = typed(typed, id, office.kind().name());
        return step(form, first(typed, "etape"), Optional.of(office), account);
    }

    private View step(OfficeForm form, String step, Optional<Office> before, Account account) {
        List<String> wrong = form.wrong(knowns());
        if (!wrong.isEmpty() || step.equals("corriger")) {
            return form(form, wrong, before);
        }
        Office after =
                form.office(
                        territories.departments(),
                        before.orElseGet(() -> offices.all().getFirst()),
                        before.map(Office::until).orElse(null));
        List<Office> rivals = offices.rivals(after);
        if (!rivals.isEmpty()) {
            return form(form, List.of("rival"), before);
        }
        if (!step.equals("confirmer")) {
            return preview(form, after, before);
        }
        boolean done =
                before.isPresent() ? offices.change(after, account) : offices.open(after, account);
        return done
                ? pages.to(AT + "/" + after.id())
                : form(form, List.of(before.isPresent() ? "revision" : "pris"), before);
    }

    private View form(OfficeForm form, List<String> wrong, Optional<Office> before) {
        return pages.page(
                "site/administrator/office-form",
                Map.of(
                        "form",
                        form,
                        "wrong",
                        wrong,
                        "before",
                        before,
                        "departments",
                        territories.departments(),
                        "procedures",
                        procedures.all(),
                        "offices",
                        offices.all()),
                wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View preview(OfficeForm form, Office after, Optional<Office> before) {
        Map<Place, Long> drafts = reorganisations.drafts(after);
        long won = 0;
        long lost = 0;
        for (Map.Entry<Place, Long> each : drafts.entrySet()) {
            boolean then = before.filter(o -> o.territory().covers(each.getKey())).isPresent();
            boolean now = after.territory().covers(each.getKey());
            won += now && !then ? each.getValue() : 0;
            lost += then && !now ? each.getValue() : 0;
        }
        return pages.page(
                "site/administrator/office-preview",
                Map.of(
                        "form", form,
                        "after", after,
                        "before", before,
                        "departments", territories.departments(),
                        "won", won,
                        "lost", lost,
                        "stays",
                                before.map(
                                                office ->
                                                        OfficeView.IN_PROGRESS.stream()
                                                                .mapToLong(
                                                                        reorganisations.of(office)
                                                                                ::at)
                                                                .sum())
                                        .orElse(0L)));
    }

    private OfficeForm.Known knowns() {
        return new OfficeForm.Known(
                territories.departments(),
                countries.all().stream().map(Country::iso2).collect(Collectors.toSet()),
                procedures.all().stream().map(Procedure::id).collect(Collectors.toSet()),
                offices.all().stream().map(Office::id).collect(Collectors.toSet()));
    }

    private static OfficeForm typed(MultiValueMap<String, String> typed, String id, String kind) {
        return new OfficeForm(
                id,
                kind,
                first(typed, "nom"),
                first(typed, "adresse"),
                first(typed, "courriel"),
                first(typed, "telephone"),
                first(typed, "horaires"),
                first(typed, "siege"),
                typed.getOrDefault("territoire", List.of()),
                typed.getOrDefault("regions", List.of()),
                first(typed, "pays"),
                first(typed, "partout").equals("true"),
                typed.getOrDefault("demarches", List.of()),
                first(typed, "fermes"),
                first(typed, "du"),
                first(typed, "rattachement"),
                revision(first(typed, "revision")));
    }

    private static int revision(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }

    private static String first(MultiValueMap<String, String> typed, String name) {
        return Optional.ofNullable(typed.getFirst(name)).orElse("");
    }

    private LocalDate today() {
        return offices.today(offices.all().getFirst());
    }

    private Office known(String id) {
        return offices.office(id).orElseThrow(NotFound::new);
    }
}
