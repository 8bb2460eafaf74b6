package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Papers;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Corrections;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Messages;
import fr.gouv.workinfrance.dossier.Party;
import fr.gouv.workinfrance.dossier.RegisterNotes;
import fr.gouv.workinfrance.dossier.Relation;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.employer.given.Folders;
import fr.gouv.workinfrance.employer.given.Kept;
import fr.gouv.workinfrance.employer.mandate.Mandate;
import fr.gouv.workinfrance.employer.mandate.Mandates;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.notification.Notices;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.site.AdviceView;
import fr.gouv.workinfrance.site.AskedView;
import fr.gouv.workinfrance.site.DocumentView;
import fr.gouv.workinfrance.site.EstablishmentView;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SeenPapers;
import fr.gouv.workinfrance.site.SitePages;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One dossier on the caseworker's desk: what was answered beside the documents that show it, the
/// clock, the parties, what happened; and the acts that come before a decision.
@Controller
class CasePages {

    private static final String AT = "/instruction/dossiers/{reference}";

    private final SitePages pages;
    private final SeenDossiers cases;
    private final Dossiers dossiers;
    private final Decisions decisions;
    private final Documents documents;
    private final SeenPapers shown;
    private final Papers papers;
    private final Offices offices;
    private final Accounts accounts;
    private final Journal journal;
    private final Notices notices;
    private final Messages messages;
    private final Mandates mandates;
    private final Folders folders;
    private final RegisterNotes notes;
    private final Corrections corrections;
    private final Procedures procedures;
    private final Clock clock;

    CasePages(
            SitePages pages,
            SeenDossiers cases,
            Dossiers dossiers,
            Decisions decisions,
            Documents documents,
            SeenPapers shown,
            Papers papers,
            Offices offices,
            Accounts accounts,
            Journal journal,
            Notices notices,
            Messages messages,
            Mandates mandates,
            Folders folders,
            RegisterNotes notes,
            Corrections corrections,
            Procedures procedures,
            Clock clock) {
        this.pages = pages;
        this.cases = cases;
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.documents = documents;
        this.shown = shown;
        this.papers = papers;
        this.offices = offices;
        this.accounts = accounts;
        this.journal = journal;
        this.notices = notices;
        this.messages = messages;
        this.mandates = mandates;
        this.folders = folders;
        this.notes = notes;
        this.corrections = corrections;
        this.procedures = procedures;
        this.clock = clock;
    }

    /// @param wanted the document looked at; the first one when none is named
    /// @param page of it, from 1
    /// @param sent there when corrections were just asked for
    @GetMapping(AT)
    View dossier(
            @PathVariable String reference,
            @RequestParam(name = "document", defaultValue = "") String wanted,
            @RequestParam(name = "page", defaultValue = "1") int page,
            @RequestParam(name = "envoye", required = false) @Nullable String sent,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        Dossier dossier = seen.dossier();
        Office office = offices.office(dossier.office().orElseThrow()).orElseThrow();
        List<Entry> entries = journal.of(dossier.id().subject());
        List<DocumentId> joined = dossier.attachments().documents();
        Map<DocumentId, StoredDocument> files =
                documents.find(dossier.attachments().known().toList());
        Map<DocumentId, Kept> given = folders.of(joined);
        Map<UUID, Account> people =
                accounts.named(CaseView.people(dossier, entries, given.values()));
        return pages.page(
                "site/caseworker/dossier",
                Map.of(
                        "kase",
                        new CaseView(
                                seen,
                                office,
                                dossiers.gaps(dossier),
                                offices.members(office.id(), Relation.OFFICE.granted()),
                                entries,
                                people,
                                files,
                                AdviceView.of(seen, files, papers.of(joined)),
                                given,
                                notices.of(dossier.id()),
                                messages.unread(seen),
                                mandates.on(dossier.request(), holder(dossier)),
                                new CorrectionsView(
                                        new AskedView(seen, procedures.faults()),
                                        corrections.history(dossier.id()),
                                        files,
                                        people),
                                sent != null,
                                notes.of(dossier)
                                        .map(
                                                note ->
                                                        new EstablishmentView(
                                                                note.establishment(),
                                                                note.readAt())),
                                clock.instant(),
                                wanted,
                                page)));
    }

    private static @Nullable UUID holder(Dossier dossier) {
        return dossier.party(Part.MANDATE_HOLDER).map(Party::account).orElse(null);
    }

    /// The document of a mandate under which the request is, or was, filed.
    @GetMapping(AT + "/mandats/{id}")
    View mandate(
            @PathVariable String reference,
            @PathVariable String id,
            @AuthenticationPrincipal Account account) {
        Dossier dossier = cases.byOffice(reference, account).dossier();
        DocumentId document =
                mandates.on(dossier.request(), holder(dossier)).stream()
                        .filter(mandate -> mandate.id().toString().equals(id))
                        .findFirst()
                        .map(Mandate::document)
                        .orElseThrow(NotFound::new);
        return DocumentView.of(documents, document, account.actor(), dossier.id().subject());
    }

    @GetMapping(AT + "/documents/{name}")
    View document(
            @PathVariable String reference,
            @PathVariable String name,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        String at = "/instruction/dossiers/" + seen.dossier().reference();
        return shown.file(seen, name, at, account, () -> {});
    }

    /// A page of a document, drawn by us: nothing of the file itself reaches the browser.
    @GetMapping(AT + "/documents/{name}/{page}")
    ResponseEntity<byte[]> sheet(
            @PathVariable String reference,
            @PathVariable String name,
            @PathVariable int page,
            @RequestParam(name = "largeur", defaultValue = "1400") int width,
            @AuthenticationPrincipal Account account) {
        return shown.sheet(cases.byOffice(reference, account), name, page, width, account);
    }

    /// The same document alone, page by page.
    @GetMapping(AT + "/documents/{name}/lecture")
    View reading(
            @PathVariable String reference,
            @PathVariable String name,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String zoom,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        String at = "/instruction/dossiers/" + seen.dossier().reference();
        return shown.reading(seen, name, page, !zoom.isEmpty(), at, at);
    }

    static ResponseEntity<byte[]> png(byte[] image) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(image);
    }

    @PostMapping(AT + "/affectation")
    View assign(
            @PathVariable String reference,
            @RequestParam UUID caseworker,
            @AuthenticationPrincipal Account account) {
        return to(decisions.assign(id(reference, account), caseworker, account));
    }

    @PostMapping(AT + "/completude")
    View certify(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        return to(decisions.certify(id(reference, account), account));
    }

    @PostMapping(AT + "/examen")
    View begin(@PathVariable String reference, @AuthenticationPrincipal Account account) {
        return to(decisions.begin(id(reference, account), account));
    }

    private View to(Dossier dossier) {
        return pages.to("/instruction/dossiers/" + dossier.reference());
    }

    private DossierId id(String reference, Account account) {
        return cases.byOffice(reference, account).dossier().id();
    }
}
