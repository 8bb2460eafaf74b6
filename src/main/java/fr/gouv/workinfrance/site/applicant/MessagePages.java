package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.site.MessagesView.Typed;
import fr.gouv.workinfrance.site.MessagesView.Wrong;
import fr.gouv.workinfrance.site.SeenDossiers;
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

/// What a party and the office write to one another.
@Controller
class MessagePages {

    private static final String AT = "/dossiers/{reference}/messages";

    private final SitePages pages;
    private final SeenDossiers requests;
    private final SeenMessages messages;
    private final Offices offices;

    MessagePages(SitePages pages, SeenDossiers requests, SeenMessages messages, Offices offices) {
        this.pages = pages;
        this.requests = requests;
        this.messages = messages;
        this.offices = offices;
    }

    @GetMapping(AT)
    View messages(
            @PathVariable String reference,
            @RequestParam(name = "envoye", required = false) @Nullable String sent,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        return show(seen, Typed.NOTHING, sent != null, HttpStatus.OK, account);
    }

    @PostMapping(AT)
    View send(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            @AuthenticationPrincipal Account account)
            throws IOException {
        Seen seen = requests.byParty(reference, account);
        Map<String, Wrong> wrong =
                messages.send(seen, Set.of(), words, files == null ? List.of() : files, account);
        return wrong.isEmpty()
                ? pages.to("/dossiers/" + seen.dossier().reference() + "/messages?envoye")
                : show(
                        seen,
                        new Typed(Set.of(), words, wrong),
                        false,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        account);
    }

    private View show(Seen seen, Typed typed, boolean sent, HttpStatus status, Account account) {
        var view = messages.open(seen, typed, sent, account);
        return pages.page(
                "site/applicant/messages",
                Map.of(
                        "view",
                        view,
                        "office",
                        offices.office(seen.dossier().office().orElseThrow()).orElseThrow()),
                status);
    }
}
