package fr.gouv.workinfrance.site.employer;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.employer.EmployerId;
import fr.gouv.workinfrance.employer.Position;
import fr.gouv.workinfrance.employer.given.Folders;
import fr.gouv.workinfrance.employer.given.Kept;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Words;
import fr.gouv.workinfrance.site.DocumentView;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SitePages;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// The documents given once: those of a company, for the people who act for it, and one’s own.
@Controller
class FolderPages {

    private static final String OF_COMPANY = "/entreprise/{siren}/documents";
    private static final String OWN = "/mes-documents";

    private final SitePages pages;
    private final SeenCompanies companies;
    private final Folders folders;
    private final Documents documents;
    private final Procedures procedures;

    FolderPages(
            SitePages pages,
            SeenCompanies companies,
            Folders folders,
            Documents documents,
            Procedures procedures) {
        this.pages = pages;
        this.companies = companies;
        this.folders = folders;
        this.documents = documents;
        this.procedures = procedures;
    }

    @GetMapping(OF_COMPANY)
    View ofCompany(
            @PathVariable String siren,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        Position position = companies.seen(siren, account, request);
        Map<String, Object> model = folder(holder(position));
        model.put("position", position);
        return pages.page("site/employer/documents", model);
    }

    @GetMapping(OWN)
    View own(@AuthenticationPrincipal Account account) {
        return pages.page("site/employer/documents", folder(holder(account)));
    }

    @GetMapping(OF_COMPANY + "/{document}")
    View ofCompany(
            @PathVariable String siren,
            @PathVariable UUID document,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        return taken(holder(companies.seen(siren, account, request)), document, account);
    }

    @GetMapping(OWN + "/{document}")
    View own(@PathVariable UUID document, @AuthenticationPrincipal Account account) {
        return taken(holder(account), document, account);
    }

    /// No longer offers a document; the requests with which it was given keep it.
    @PostMapping(OF_COMPANY)
    View removeOfCompany(
            @PathVariable String siren,
            @RequestParam UUID document,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request) {
        Position position = companies.seen(siren, account, request);
        if (!position.begins()) {
            throw new NotFound();
        }
        folders.remove(holder(position), new DocumentId(document), account.actor());
        return pages.to("/entreprise/" + position.employer().siren() + "/documents");
    }

    @PostMapping(OWN)
    View removeOwn(@RequestParam UUID document, @AuthenticationPrincipal Account account) {
        folders.remove(holder(account), new DocumentId(document), account.actor());
        return pages.to(OWN);
    }

    private Map<String, Object> folder(Scope holder) {
        List<Kept> kept = folders.of(holder);
        return new HashMap<>(
                Map.of(
                        "kept",
                        kept,
                        "names",
                        names(),
                        "files",
                        documents.find(kept.stream().map(Kept::document).toList())));
    }

    /// What the catalogue calls each piece today, or called it last.
    private Map<String, Words> names() {
        return procedures.all().stream()
                .flatMap(procedure -> procedure.versions().stream())
                .flatMap(version -> version.pieces().stream())
                .collect(Collectors.toMap(Piece::id, Piece::name, (_, last) -> last));
    }

    private View taken(Scope holder, UUID document, Account account) {
        DocumentId id = new DocumentId(document);
        Kept kept =
                folders.of(holder).stream()
                        .filter(one -> one.document().equals(id))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        return DocumentView.of(documents, id, account.actor(), kept.subject());
    }

    private static Scope holder(Position position) {
        return EmployerId.of(position.employer().siren()).scope();
    }

    private static Scope holder(Account account) {
        return new Scope("account", account.id().toString());
    }
}
