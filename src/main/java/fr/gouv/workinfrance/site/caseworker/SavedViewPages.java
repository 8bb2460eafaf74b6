package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.examination.worklist.SavedView;
import fr.gouv.workinfrance.examination.worklist.SavedViews;
import fr.gouv.workinfrance.examination.worklist.Worklists;
import fr.gouv.workinfrance.office.Office;
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
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;

/// The lists that one keeps.
@Controller
class SavedViewPages {

    private final SitePages pages;
    private final SavedViews views;
    private final Worklists worklists;

    SavedViewPages(SitePages pages, SavedViews views, Worklists worklists) {
        this.pages = pages;
        this.views = views;
        this.worklists = worklists;
    }

    /// @param query of the list to keep; blank to look at those that are kept
    @GetMapping("/instruction/vues")
    View views(
            @RequestParam(name = "liste", defaultValue = "") String query,
            @AuthenticationPrincipal Account account) {
        return show(query, "", "", account);
    }

    private View show(String query, String name, String wrong, Account account) {
        List<Office> offices = worklists.offices(account);
        return pages.page(
                "site/caseworker/saved",
                Map.of(
                        "query", query,
                        "name", name,
                        "wrong", wrong,
                        "views", views.of(account, offices),
                        "offices", offices,
                        "reader", account.id()),
                wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/instruction/vues")
    View save(
            @RequestParam(name = "liste", defaultValue = "") String query,
            @RequestParam(name = "nom", defaultValue = "") String name,
            @RequestParam(name = "bureau", defaultValue = "") String office,
            @AuthenticationPrincipal Account account) {
        if (name.isBlank() || name.strip().length() > SavedView.LONGEST_NAME) {
            return show(query, name, "site.desk.saved.name.wrong", account);
        }
        try {
            views.save(account, name, office.isEmpty() ? null : office, query);
        } catch (NoSuchElementException _) {
            throw new NotFound();
        }
        return pages.to("/instruction" + (query.isEmpty() ? "" : "?" + query));
    }

    @PostMapping("/instruction/vues/{id}/suppression")
    View forget(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        try {
            views.forget(id, account);
        } catch (NoSuchElementException _) {
            throw new NotFound();
        }
        return pages.to("/instruction/vues");
    }
}
