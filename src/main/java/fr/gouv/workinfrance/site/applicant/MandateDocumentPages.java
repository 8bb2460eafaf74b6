package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.employer.mandate.Mandate;
import fr.gouv.workinfrance.employer.mandate.MandateDeeds;
import fr.gouv.workinfrance.employer.mandate.Mandates;
import fr.gouv.workinfrance.site.DocumentView;
import fr.gouv.workinfrance.site.SitePages;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The document of a mandate: ready to be signed by hand, sent back signed, or as it was sealed.
@Controller
class MandateDocumentPages {

    private final SitePages pages;
    private final MandatePages mandatePages;
    private final Mandates mandates;
    private final MandateDeeds texts;
    private final Documents documents;
    private final Clock clock;

    MandateDocumentPages(
            SitePages pages,
            MandatePages mandatePages,
            Mandates mandates,
            MandateDeeds texts,
            Documents documents,
            Clock clock) {
        this.pages = pages;
        this.mandatePages = mandatePages;
        this.mandates = mandates;
        this.texts = texts;
        this.documents = documents;
        this.clock = clock;
    }

    @GetMapping("/mandats/{id}/document")
    Object document(@PathVariable String id, @AuthenticationPrincipal Account account) {
        Mandate mandate = MandatePages.seen(mandates, id, account);
        return mandate.document() == null
                ? ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(mandate))
                        .body(texts.toSign(mandate).bytes())
                : DocumentView.of(
                        documents, mandate.document(), account.actor(), mandate.id().subject());
    }

    private static String attachment(Mandate mandate) {
        return ContentDisposition.attachment()
                .filename("mandat-" + mandate.id().number() + ".pdf")
                .build()
                .toString();
    }

    /// A signed copy.
    @PostMapping(path = "/mandats/{id}/document", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    View sent(
            @PathVariable String id,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String signer,
            @RequestParam(defaultValue = "") String quality,
            @RequestParam(defaultValue = "") String signed,
            @AuthenticationPrincipal Account account)
            throws IOException {
        Mandate mandate = MandatePages.seen(mandates, id, account);
        LocalDate today = LocalDate.ofInstant(clock.instant(), HolidayZone.METROPOLE.id());
        Optional<LocalDate> day = MandateForm.read(signed).filter(on -> !on.isAfter(today));
        Map<String, String> wrong = new LinkedHashMap<>();
        if (signer.isBlank()) {
            wrong.put("signer", "site.mandate.person.missing");
        }
        if (quality.isBlank()) {
            wrong.put("quality", "site.mandate.capacity.missing");
        }
        if (day.isEmpty()) {
            wrong.put("signed", "site.mandate.signed.wrong");
        }
        if (wrong.isEmpty() && mandate.open()) {
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            try (InputStream in = file.getInputStream()) {
                switch (documents.store(in, name, file.getSize(), account.actor())) {
                    case Reception.Received received ->
                            mandates.sign(
                                    mandate.id(),
                                    received.document().id(),
                                    signer,
                                    quality,
                                    day.orElseThrow(),
                                    account);
                    case Reception.Refused refused ->
                            wrong.put("file", "document.refused." + refused.reason().name());
                }
            }
        }
        return wrong.isEmpty()
                ? pages.to("/mandats/" + mandate.id())
                : pages.page(
                        "site/applicant/mandate",
                        mandatePages.model(
                                mandate,
                                account,
                                wrong,
                                Map.of("signer", signer, "quality", quality, "signed", signed)),
                        HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
