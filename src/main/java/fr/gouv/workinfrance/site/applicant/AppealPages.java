package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.examination.appeal.Filing;
import fr.gouv.workinfrance.examination.appeal.Filing.Fault;
import fr.gouv.workinfrance.site.AppealsView;
import fr.gouv.workinfrance.site.MessagesView.Wrong;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenAppeals;
import fr.gouv.workinfrance.site.SeenDossiers;
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
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// After a refusal: until when it can be contested, and how; the appeal itself, or the request for
/// the reasons of a silence.
@Controller
class AppealPages {

    private static final String AT = "/dossiers/{reference}/recours";

    private final SitePages pages;
    private final SeenDossiers requests;
    private final SeenAppeals shown;
    private final Appeals appeals;
    private final Documents documents;

    AppealPages(
            SitePages pages,
            SeenDossiers requests,
            SeenAppeals shown,
            Appeals appeals,
            Documents documents) {
        this.pages = pages;
        this.requests = requests;
        this.shown = shown;
        this.appeals = appeals;
        this.documents = documents;
    }

    @GetMapping(AT)
    View appeals(
            @PathVariable String reference,
            @RequestParam(name = "envoye", required = false) @Nullable String sent,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byParty(reference, account);
        return show(seen, AppealForm.NOTHING, sent != null, HttpStatus.OK);
    }

    @PostMapping(AT)
    View file(
            @PathVariable String reference,
            @RequestParam(name = "voie", defaultValue = "") String way,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            @AuthenticationPrincipal Account account)
            throws IOException {
        Seen seen = requests.byParty(reference, account);
        if (appeals.ways(seen).isEmpty()) {
            throw new NotFound();
        }
        Map<String, Wrong> wrong =
                file(seen, way, words, files == null ? List.of() : files, account);
        return wrong.isEmpty()
                ? pages.to("/dossiers/" + seen.dossier().reference() + "/recours?envoye")
                : show(
                        seen,
                        new AppealForm(way, words, wrong),
                        false,
                        HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// Deposits what was typed, with its documents: all of it, or nothing.
    private Map<String, Wrong> file(
            Seen seen, String way, String words, List<MultipartFile> files, Account account)
            throws IOException {
        List<MultipartFile> chosen = files.stream().filter(AppealPages::chosen).toList();
        Map<String, Wrong> wrong = wrong(appeals.faults(seen, way, words, chosen.size()));
        if (!wrong.isEmpty()) {
            return wrong;
        }
        List<DocumentId> joined = new ArrayList<>();
        boolean filed = false;
        try {
            for (MultipartFile file : chosen) {
                switch (store(file, account)) {
                    case Reception.Received received -> joined.add(received.document().id());
                    case Reception.Refused refused -> {
                        return Map.of("file", new Wrong(refused.key(), name(file)));
                    }
                }
            }
            Filing filing = appeals.file(seen.dossier().id(), way, words, joined, account);
            filed = filing instanceof Filing.Filed;
            return filing instanceof Filing.Faulty(Set<Fault> faults) ? wrong(faults) : Map.of();
        } finally {
            if (!filed) {
                joined.forEach(document -> documents.erase(document, account.actor()));
            }
        }
    }

    private Reception store(MultipartFile file, Account account) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return documents.store(in, name(file), file.getSize(), account.actor());
        }
    }

    private static Map<String, Wrong> wrong(Set<Fault> faults) {
        Map<String, Wrong> wrong = new HashMap<>();
        for (Fault fault : faults) {
            String field =
                    switch (fault) {
                        case NO_WAY, ALREADY -> "voie";
                        case NO_WORDS, TOO_LONG -> "words";
                        case TOO_MANY_DOCUMENTS -> "file";
                    };
            wrong.put(field, new Wrong("site.appeal.wrong." + fault, ""));
        }
        return wrong;
    }

    /// A form whose field for files was left sends it as well, with no name.
    private static boolean chosen(MultipartFile file) {
        return !name(file).isEmpty() || !file.isEmpty();
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }

    private View show(Seen seen, AppealForm form, boolean sent, HttpStatus status) {
        AppealsView view = shown.of(seen);
        if (view.refusal().isEmpty() && view.made().isEmpty()) {
            throw new NotFound();
        }
        return pages.page(
                "site/applicant/appeals",
                Map.of(
                        "seen",
                        seen,
                        "view",
                        view,
                        "ways",
                        appeals.ways(seen),
                        "form",
                        form,
                        "today",
                        shown.today(seen),
                        "sent",
                        sent),
                status);
    }
}
