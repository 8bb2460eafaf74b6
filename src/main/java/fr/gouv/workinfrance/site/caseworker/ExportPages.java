package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.examination.export.Export;
import fr.gouv.workinfrance.examination.export.Export.Format;
import fr.gouv.workinfrance.examination.export.Exports;
import fr.gouv.workinfrance.examination.worklist.Worklists;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SitePages;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// Lists and dossiers taken out as files.
@Controller
class ExportPages {

    private final SitePages pages;
    private final Exports exports;
    private final Worklists worklists;
    private final Procedures procedures;
    private final SeenDossiers cases;

    ExportPages(
            SitePages pages,
            Exports exports,
            Worklists worklists,
            Procedures procedures,
            SeenDossiers cases) {
        this.pages = pages;
        this.exports = exports;
        this.worklists = worklists;
        this.procedures = procedures;
        this.cases = cases;
    }

    @GetMapping("/instruction/exports")
    View exports(
            @RequestParam(name = "liste", defaultValue = "") String query,
            @AuthenticationPrincipal Account account) {
        return show(query, "", account);
    }

    private View show(String query, String wrong, Account account) {
        return pages.page(
                "site/caseworker/exports",
                Map.of("query", query, "wrong", wrong, "exports", exports.latest(account)),
                wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// @param query of the list that is taken out
    @PostMapping("/instruction/exports")
    View ask(
            @RequestParam(name = "liste", defaultValue = "") String query,
            @RequestParam(name = "format", defaultValue = "") String format,
            @AuthenticationPrincipal Account account,
            Locale locale) {
        Format asked =
                Stream.of(Format.XLSX, Format.CSV)
                        .filter(one -> one.name().equals(format))
                        .findFirst()
                        .orElse(null);
        if (asked == null) {
            return show(query, "site.desk.export.format.wrong", account);
        }
        List<UUID> dossiers =
                worklists.all(
                        account,
                        FilterForm.of(query, procedures.all(), locale).filter(),
                        Export.MOST);
        if (dossiers.isEmpty()) {
            return show(query, "site.desk.export.empty", account);
        }
        return pages.to("/instruction/exports/" + exports.ask(asked, dossiers, account, locale));
    }

    /// One dossier whole.
    @PostMapping("/instruction/dossiers/{reference}/archive")
    View archive(
            @PathVariable String reference,
            @AuthenticationPrincipal Account account,
            Locale locale) {
        UUID dossier = cases.byOffice(reference, account).dossier().id().value();
        return pages.to(
                "/instruction/exports/"
                        + exports.ask(Format.ARCHIVE, List.of(dossier), account, locale));
    }

    @GetMapping("/instruction/exports/{id}")
    View export(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        Export export = exports.find(id, account).orElseThrow(NotFound::new);
        return pages.page(
                "site/caseworker/export", Map.of("export", export, "file", exports.file(export)));
    }

    @GetMapping("/instruction/exports/{id}/fichier")
    View file(@PathVariable UUID id, @AuthenticationPrincipal Account account) {
        Export export = exports.find(id, account).orElseThrow(NotFound::new);
        var file = exports.file(export).orElseThrow(NotFound::new);
        return (_, _, response) -> {
            headers(response, file.name(), file.mediaType(), file.size());
            exports.fetch(export, response.getOutputStream(), account);
        };
    }

    private static void headers(
            HttpServletResponse response, String name, String mediaType, long size) {
        response.setContentType(mediaType);
        response.setContentLengthLong(size);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
