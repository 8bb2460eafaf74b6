package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Messages;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Template;
import fr.gouv.workinfrance.site.MessagesView;
import fr.gouv.workinfrance.site.MessagesView.Typed;
import fr.gouv.workinfrance.site.MessagesView.Wrong;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SeenFiles;
import fr.gouv.workinfrance.site.SeenMessages;
import fr.gouv.workinfrance.site.SitePages;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the office and the parties of a request write to one another, and what of it still waits
/// for an agent.
@Controller
class CaseMessagePages {

    private static final String AT = "/instruction/dossiers/{reference}/messages";

    private final SitePages pages;
    private final SeenDossiers cases;
    private final SeenMessages shown;
    private final Messages messages;
    private final Procedures procedures;
    private final Offices offices;
    private final Accounts accounts;

    CaseMessagePages(
            SitePages pages,
            SeenDossiers cases,
            SeenMessages shown,
            Messages messages,
            Procedures procedures,
            Offices offices,
            Accounts accounts) {
        this.pages = pages;
        this.cases = cases;
        this.shown = shown;
        this.messages = messages;
        this.procedures = procedures;
        this.offices = offices;
        this.accounts = accounts;
    }

    @GetMapping(AT)
    View messages(
            @PathVariable String reference,
            @RequestParam(name = "envoye", required = false) @Nullable String sent,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        MessagesView read = shown.open(seen, Typed.NOTHING, sent != null, account);
        return show(
                read.typing(new Typed(MessageForm.waiting(read.messages()), "", Map.of())),
                "",
                false,
                HttpStatus.OK);
    }

    /// Puts a message of the catalogue after what is written: nothing of it is sent yet.
    ///
    /// @param chosen which one
    @PostMapping(path = AT, params = "inserer")
    View insert(
            @PathVariable String reference,
            @RequestParam(name = "modele", defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") Set<Part> to,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        Template template = template(chosen);
        Dossier dossier = seen.dossier();
        Office office = offices.office(dossier.office().orElseThrow()).orElseThrow();
        MessageForm form = new MessageForm(dossier, office, to);
        String filled = form.filled(template, accounts.named(MessageForm.accounts(dossier)));
        String all = words.isBlank() ? filled : words.stripTrailing() + "\n\n" + filled;
        return show(
                shown.open(seen, new Typed(to, all, Map.of()), false, account),
                chosen,
                !SeenFiles.chosen(files).isEmpty(),
                HttpStatus.OK);
    }

    @PostMapping(AT)
    View send(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") Set<Part> to,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            @AuthenticationPrincipal Account account)
            throws IOException {
        Seen seen = cases.byOffice(reference, account);
        Map<String, Wrong> wrong =
                shown.send(seen, to, words, files == null ? List.of() : files, account);
        return wrong.isEmpty()
                ? to(seen, "?envoye")
                : show(
                        shown.open(seen, new Typed(to, words, wrong), false, account),
                        "",
                        false,
                        HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping(AT + "/{number}/prise-en-charge")
    View take(
            @PathVariable String reference,
            @PathVariable int number,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        messages.take(seen.dossier().id(), number, account);
        return to(seen, "");
    }

    @PostMapping(AT + "/{number}/traite")
    View settle(
            @PathVariable String reference,
            @PathVariable int number,
            @AuthenticationPrincipal Account account) {
        Seen seen = cases.byOffice(reference, account);
        messages.settle(seen.dossier().id(), number, account);
        return to(seen, "");
    }

    private Template template(String id) {
        return procedures.templates().stream()
                .filter(template -> template.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private View to(Seen seen, String more) {
        return pages.to("/instruction/dossiers/" + seen.dossier().reference() + "/messages" + more);
    }

    /// @param chosen the message of the catalogue that was put in; empty for none
    /// @param again whether documents were chosen, which a page that comes back cannot keep
    private View show(MessagesView view, String chosen, boolean again, HttpStatus status) {
        return pages.page(
                "site/caseworker/messages",
                Map.of(
                        "view",
                        view,
                        "templates",
                        procedures.templates(),
                        "chosen",
                        chosen,
                        "again",
                        again),
                status);
    }
}
