package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.examination.Examinations;
import fr.gouv.workinfrance.examination.Worklist;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.site.SitePages;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/// What an office has to do, and what waits for a signature.
@Controller
class WorklistPages {

    private static final int SIZE = 25;

    private final SitePages pages;
    private final Examinations examinations;
    private final Procedures procedures;
    private final Accounts accounts;
    private final Clock clock;

    WorklistPages(
            SitePages pages,
            Examinations examinations,
            Procedures procedures,
            Accounts accounts,
            Clock clock) {
        this.pages = pages;
        this.examinations = examinations;
        this.procedures = procedures;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/instruction")
    View worklist(
            @RequestParam(name = "vue", defaultValue = "") String view,
            @RequestParam(name = "apres", defaultValue = "") String after,
            @RequestParam(name = "q", defaultValue = "") String typed,
            @AuthenticationPrincipal Account account) {
        Worklist.View shown = WorklistView.view(view);
        Worklist worklist =
                typed.isBlank()
                        ? examinations.worklist(
                                account, shown, WorklistView.cursor(after).orElse(null), SIZE)
                        : examinations.search(account, typed);
        return show("site/caseworker/worklist", worklist, shown, typed.strip());
    }

    @GetMapping("/signature")
    View toSign(
            @RequestParam(name = "apres", defaultValue = "") String after,
            @AuthenticationPrincipal Account account) {
        Worklist.View shown = Worklist.View.TO_SIGN;
        Worklist worklist =
                examinations.worklist(
                        account, shown, WorklistView.cursor(after).orElse(null), SIZE);
        return show("site/caseworker/to-sign", worklist, shown, "");
    }

    private View show(String template, Worklist worklist, Worklist.View shown, String typed) {
        List<UUID> people =
                worklist.lines().stream()
                        .map(Worklist.Line::assignee)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return pages.page(
                template,
                Map.of(
                        "list",
                        new WorklistView(
                                worklist,
                                shown,
                                typed,
                                procedures.all().stream()
                                        .collect(Collectors.toMap(Procedure::id, Procedure::name)),
                                accounts.named(people),
                                WorklistView.today(clock.instant()))));
    }
}
