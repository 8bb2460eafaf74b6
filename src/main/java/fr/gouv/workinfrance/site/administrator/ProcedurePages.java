package fr.gouv.workinfrance.site.administrator;

import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.review.Comparison;
import fr.gouv.workinfrance.procedure.review.Reading;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SitePages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.List;
import java.util.Map;

/// A procedure through its versions.
@Controller
class ProcedurePages {

    private final SitePages pages;
    private final Procedures procedures;

    ProcedurePages(SitePages pages, Procedures procedures) {
        this.pages = pages;
        this.procedures = procedures;
    }

    @GetMapping("/administration/demarches/{id}")
    View procedure(@PathVariable String id) {
        return pages.page("site/administrator/procedure", Map.of("procedure", known(id)));
    }

    @GetMapping("/administration/demarches/{id}/versions/{number}")
    View version(@PathVariable String id, @PathVariable String number) {
        Procedure procedure = known(id);
        Version version = known(procedure, number);
        return pages.page(
                "site/administrator/version",
                Map.of("procedure", procedure, "version", version, "reading", Reading.of(version)));
    }

    /// Without numbers, the newest version and the one before it.
    @GetMapping("/administration/demarches/{id}/comparer")
    View compare(
            @PathVariable String id,
            @RequestParam(name = "de", defaultValue = "") String before,
            @RequestParam(name = "avec", defaultValue = "") String after) {
        Procedure procedure = known(id);
        List<Version> versions = procedure.versions();
        Version then =
                before.isEmpty()
                        ? versions.get(Math.max(0, versions.size() - 2))
                        : known(procedure, before);
        Version now = after.isEmpty() ? versions.getLast() : known(procedure, after);
        return pages.page(
                "site/administrator/compare",
                Map.of("view", new ComparisonView(procedure, then, now, Comparison.of(then, now))));
    }

    private Procedure known(String id) {
        return procedures.procedure(id).orElseThrow(NotFound::new);
    }

    private static Version known(Procedure procedure, String number) {
        return procedure.version(number).orElseThrow(NotFound::new);
    }
}
