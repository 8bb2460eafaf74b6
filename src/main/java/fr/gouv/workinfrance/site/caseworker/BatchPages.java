package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.dossier.Relation;
import fr.gouv.workinfrance.examination.batch.Batch;
import fr.gouv.workinfrance.examination.batch.Batches;
import fr.gouv.workinfrance.examination.worklist.Labels;
import fr.gouv.workinfrance.examination.worklist.Worklists;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
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

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Acts on many dossiers at once: what to do, then what came of it.
@Controller
class BatchPages {

    private final SitePages pages;
    private final Batches batches;
    private final Worklists worklists;
    private final Labels labels;
    private final Procedures procedures;
    private final Offices offices;
    private final Accounts accounts;

    BatchPages(
            SitePages pages,
            Batches batches,
            Worklists worklists,
            Labels labels,
            Procedures procedures,
            Offices offices,
            Accounts accounts) {
        this.pages = pages;
        this.batches = batches;
        this.worklists = worklists;
        this.labels = labels;
        this.procedures = procedures;
        this.offices = offices;
        this.accounts = accounts;
    }

    /// @param query of the list, when all of it is meant
    @GetMapping("/instruction/lots/nouveau")
    View choose(
            @RequestParam(name = "dossier", defaultValue = "") List<UUID> dossiers,
            @RequestParam(name = "tout", defaultValue = "false") boolean whole,
            @RequestParam(name = "liste", defaultValue = "") String query,
            @AuthenticationPrincipal Account account,
            Locale locale) {
        List<UUID> meant =
                whole
                        ? worklists.all(
                                account,
                                FilterForm.of(query, procedures.all(), locale).filter(),
                                Batch.MOST)
                        : dossiers;
        return show(new BatchForm(meant, query, "", "", ""), "", account);
    }

    private View show(BatchForm form, String wrong, Account account) {
        List<Office> worked = worklists.offices(account);
        return pages.page(
                "site/caseworker/batch-new",
                Map.of(
                        "form",
                        form,
                        "wrong",
                        wrong,
                        "colleagues",
                        worked.stream()
                                .flatMap(
                                        office ->
                                                offices
                                                        .members(
                                                                office.id(),
                                                                Relation.OFFICE.granted())
                                                        .stream())
                                .distinct()
                                .toList(),
                        "labels",
                        labels.used(worked)),
                wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/instruction/lots")
    View ask(
            @RequestParam(name = "dossier", defaultValue = "") List<UUID> dossiers,
            @RequestParam(name = "liste", defaultValue = "") String query,
            @RequestParam(name = "acte", defaultValue = "") String act,
            @RequestParam(name = "agent", defaultValue = "") String caseworker,
            @RequestParam(name = "libelle", defaultValue = "") String label,
            @AuthenticationPrincipal Account account) {
        BatchForm form = new BatchForm(dossiers, query, act, caseworker, label);
        String wrong = form.wrong();
        if (!wrong.isEmpty()) {
            return show(form, wrong, account);
        }
        return pages.to(
                "/instruction/lots/"
                        + batches.ask(form.asked().orElseThrow(), form.what(), dossiers, account));
    }

    @GetMapping("/instruction/lots/{id}")
    View batch(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        Batch batch = batches.find(id, account).orElseThrow(NotFound::new);
        return pages.page(
                "site/caseworker/batch",
                Map.of("view", new BatchView(batch, accounts.named(BatchView.people(batch)))));
    }
}
