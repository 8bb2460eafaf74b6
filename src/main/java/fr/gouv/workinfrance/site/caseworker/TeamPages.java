package fr.gouv.workinfrance.site.caseworker;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.examination.batch.Batches;
import fr.gouv.workinfrance.examination.worklist.Worklists;
import fr.gouv.workinfrance.office.Absence;
import fr.gouv.workinfrance.office.Member;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.office.Teams;
import fr.gouv.workinfrance.office.Thresholds;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SitePages;

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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Who of a service is away, who handles what, and when a legal date that comes is told: by each
/// for himself, and by the head of the service for all.
@Controller
class TeamPages {

    private final SitePages pages;
    private final Worklists worklists;
    private final Batches batches;
    private final Offices offices;
    private final Teams teams;
    private final Procedures procedures;
    private final Clock clock;

    TeamPages(
            SitePages pages,
            Worklists worklists,
            Batches batches,
            Offices offices,
            Teams teams,
            Procedures procedures,
            Clock clock) {
        this.pages = pages;
        this.worklists = worklists;
        this.batches = batches;
        this.offices = offices;
        this.teams = teams;
        this.procedures = procedures;
        this.clock = clock;
    }

    @GetMapping("/instruction/absences")
    View absences(@AuthenticationPrincipal Account account) {
        return absences(AbsenceForm.NONE, "", account);
    }

    private View absences(AbsenceForm form, String wrong, Account account) {
        LocalDate today = WorklistView.today(clock.instant());
        return pages.page(
                "site/caseworker/absences",
                Map.of(
                        "form",
                        form,
                        "wrong",
                        wrong,
                        "absences",
                        teams.absences(account, today),
                        "colleagues",
                        colleagues(account, today)),
                wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private List<Account> colleagues(Account account, LocalDate today) {
        return worklists.offices(account).stream()
                .flatMap(office -> teams.members(office.id(), today).stream())
                .map(Member::account)
                .filter(colleague -> !colleague.id().equals(account.id()))
                .distinct()
                .toList();
    }

    @PostMapping("/instruction/absences")
    View away(
            @RequestParam(name = "du", defaultValue = "") String first,
            @RequestParam(name = "au", defaultValue = "") String last,
            @RequestParam(name = "remplacant", defaultValue = "") String cover,
            @AuthenticationPrincipal Account account) {
        AbsenceForm form = new AbsenceForm(account.id().toString(), first, last, cover);
        LocalDate today = WorklistView.today(clock.instant());
        String wrong = wrong(form, colleagues(account, today), today);
        if (!wrong.isEmpty()) {
            return absences(form, wrong, account);
        }
        away(form, account);
        return pages.to("/instruction/absences");
    }

    @PostMapping("/instruction/absences/{id}/suppression")
    View back(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        Absence own =
                teams.absence(id)
                        .filter(absence -> absence.account().equals(account.id()))
                        .orElseThrow(NotFound::new);
        teams.back(own, account);
        return pages.to("/instruction/absences");
    }

    private static String wrong(AbsenceForm form, List<Account> colleagues, LocalDate today) {
        String wrong = form.wrong(today);
        boolean known =
                form.cover().isEmpty()
                        || colleagues.stream()
                                .anyMatch(one -> one.id().toString().equals(form.cover()));
        return wrong.isEmpty() && !known ? "remplacant" : wrong;
    }

    private void away(AbsenceForm form, Account by) {
        teams.away(
                requireNonNull(AbsenceForm.id(form.who())),
                requireNonNull(AbsenceForm.day(form.first())),
                requireNonNull(AbsenceForm.day(form.last())),
                AbsenceForm.id(form.cover()),
                by);
    }

    @GetMapping("/pilotage")
    View services(@AuthenticationPrincipal Account account) {
        List<Office> headed = offices.of(account, "head");
        return headed.size() == 1
                ? pages.to("/pilotage/" + headed.getFirst().id())
                : pages.page("site/caseworker/services", Map.of("services", headed));
    }

    @GetMapping("/pilotage/{office}")
    View service(@PathVariable String office, @AuthenticationPrincipal Account account) {
        return service(headed(office, account), AbsenceForm.NONE, "");
    }

    private View service(Office office, AbsenceForm form, String wrong) {
        LocalDate today = WorklistView.today(clock.instant());
        return pages.page(
                "site/caseworker/service",
                Map.of(
                        "team",
                        new TeamView(
                                office,
                                teams.members(office.id(), today),
                                batches.loads(office),
                                procedures.all(),
                                today),
                        "form",
                        form,
                        "wrong",
                        wrong),
                wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/pilotage/{office}/seuils")
    View thresholds(
            @PathVariable String office,
            @RequestParam(name = "alerte", defaultValue = "0") int warning,
            @RequestParam(name = "urgence", defaultValue = "0") int urgent,
            @AuthenticationPrincipal Account account) {
        Office headed = headed(office, account);
        if (urgent < 1 || urgent > warning || warning > Thresholds.MOST) {
            return service(headed, AbsenceForm.NONE, "alerte");
        }
        offices.warn(headed, new Thresholds(warning, urgent), account);
        return pages.to("/pilotage/" + office);
    }

    @PostMapping("/pilotage/{office}/agents/{id}")
    View handles(
            @PathVariable String office,
            @PathVariable UUID id,
            @RequestParam(name = "demarche", defaultValue = "") Set<String> chosen,
            @AuthenticationPrincipal Account account) {
        Office headed = headed(office, account);
        Set<String> known =
                procedures.all().stream().map(Procedure::id).collect(Collectors.toSet());
        if (!known.containsAll(chosen)) {
            throw new NotFound();
        }
        Set<String> some = chosen.size() == known.size() ? Set.of() : chosen;
        teams.handles(headed, member(headed, id).account().id(), some, account);
        return pages.to("/pilotage/" + office);
    }

    @PostMapping("/pilotage/{office}/absences")
    View away(
            @PathVariable String office,
            @RequestParam(name = "agent", defaultValue = "") String who,
            @RequestParam(name = "du", defaultValue = "") String first,
            @RequestParam(name = "au", defaultValue = "") String last,
            @RequestParam(name = "remplacant", defaultValue = "") String cover,
            @AuthenticationPrincipal Account account) {
        Office headed = headed(office, account);
        AbsenceForm form = new AbsenceForm(who, first, last, cover);
        LocalDate today = WorklistView.today(clock.instant());
        List<Account> members = teams.members(office, today).stream().map(Member::account).toList();
        boolean known = members.stream().anyMatch(one -> one.id().toString().equals(who));
        String wrong = known ? wrong(form, members, today) : "agent";
        if (!wrong.isEmpty()) {
            return service(headed, form, wrong);
        }
        away(form, account);
        return pages.to("/pilotage/" + office);
    }

    @PostMapping("/pilotage/{office}/absences/{id}/suppression")
    View back(
            @PathVariable String office,
            @PathVariable UUID id,
            @AuthenticationPrincipal Account account) {
        Office headed = headed(office, account);
        Absence absence = teams.absence(id).orElseThrow(NotFound::new);
        member(headed, absence.account());
        teams.back(absence, account);
        return pages.to("/pilotage/" + office);
    }

    private Member member(Office office, UUID id) {
        return teams.members(office.id(), WorklistView.today(clock.instant())).stream()
                .filter(member -> member.account().id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Office headed(String office, Account account) {
        return offices.of(account, "head").stream()
                .filter(headed -> headed.id().equals(office))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
