package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.Opening;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.document.Upload;
import fr.gouv.workinfrance.document.Uploads;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.site.NotFound;
import fr.gouv.workinfrance.site.SeenDossiers;
import fr.gouv.workinfrance.site.SitePages;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Files that come in parts, over lines that are cut: tus 1.0.0 (creation, offset, PATCH,
/// expiration), one step further: the answer to the last part says what became of the whole, and so
/// does an empty part sent after it.
@Controller
class UploadPages {

    private static final String AT = "/dossiers/{reference}/pieces/{piece}/envois";
    private static final String ONE = AT + "/{upload}";
    private static final String PART = "application/offset+octet-stream";
    private static final String TUS = "Tus-Resumable";
    private static final String TUS_VERSION = "1.0.0";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final SitePages pages;
    private final SeenDossiers requests;
    private final Drafts drafts;
    private final Uploads uploads;
    private final MessageSource words;

    UploadPages(
            SitePages pages,
            SeenDossiers requests,
            Drafts drafts,
            Uploads uploads,
            MessageSource words) {
        this.pages = pages;
        this.requests = requests;
        this.drafts = drafts;
        this.uploads = uploads;
        this.words = words;
    }

    /// Begins, or goes on with the same file of the same piece.
    ///
    /// @param metadata `filename` and `sha256`, as tus encodes them
    @PostMapping(AT)
    ResponseEntity<Map<String, String>> open(
            @PathVariable String reference,
            @PathVariable String piece,
            @RequestHeader(name = TUS, defaultValue = "") String version,
            @RequestHeader(name = LENGTH, defaultValue = "-1") long length,
            @RequestHeader(name = "Upload-Metadata", defaultValue = "") String metadata,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request,
            Locale locale) {
        Seen seen = requests.byFiller(reference, piece, account);
        if (!version.equals(TUS_VERSION)) {
            return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
                    .header("Tus-Version", TUS_VERSION)
                    .build();
        }
        String sha256 = said(metadata, "sha256");
        Opening opening =
                uploads.open(
                        seen.dossier().id().subject(),
                        piece,
                        said(metadata, "filename"),
                        length,
                        sha256.matches("[0-9a-f]{64}") ? sha256 : null,
                        account.actor());
        return switch (opening) {
            case Opening.Opened(Upload upload) ->
                    told(HttpStatus.CREATED, upload)
                            .location(URI.create(request.getRequestURI() + "/" + upload.id()))
                            .build();
            case Opening.Refused(Reception.Reason reason) ->
                    refused(
                            reason == Reception.Reason.TOO_LARGE
                                    ? HttpStatus.CONTENT_TOO_LARGE
                                    : HttpStatus.UNPROCESSABLE_CONTENT,
                            "document.refused." + reason.name(),
                            locale);
        };
    }

    /// Where it stands; HEAD is answered by the same headers.
    @GetMapping(ONE)
    ResponseEntity<Void> offset(
            @PathVariable String reference,
            @PathVariable String piece,
            @PathVariable UUID upload,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byFiller(reference, piece, account);
        return told(HttpStatus.OK, find(seen, piece, upload, account)).build();
    }

    /// Takes the bytes as they come; what came before the line was cut is kept.
    ///
    /// @param replaced the document whose place the whole file is to take
    @PatchMapping(path = ONE, consumes = PART)
    ResponseEntity<Map<String, String>> send(
            @PathVariable String reference,
            @PathVariable String piece,
            @PathVariable UUID upload,
            @RequestHeader(OFFSET) long offset,
            @RequestParam(name = "remplacer", required = false) @Nullable UUID replaced,
            @AuthenticationPrincipal Account account,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        Seen seen = requests.byFiller(reference, piece, account);
        Upload begun = find(seen, piece, upload, account);
        if (begun.outcome() == null) {
            Optional<Long> at = uploads.receive(begun, offset, request.getInputStream());
            begun = find(seen, piece, upload, account);
            if (at.isEmpty()) {
                return told(HttpStatus.CONFLICT, begun).build();
            }
            if (begun.received() < begun.size()) {
                return told(HttpStatus.NO_CONTENT, begun).build();
            }
        }
        Optional<String> outcome =
                uploads.finish(
                        begun,
                        account.actor(),
                        document ->
                                Joining.join(
                                        drafts, seen, piece, document.id(), replaced, account));
        if (outcome.isEmpty()) {
            return told(HttpStatus.LOCKED, begun).header(HttpHeaders.RETRY_AFTER, "2").build();
        }
        return outcome.get().isEmpty()
                ? told(HttpStatus.NO_CONTENT, begun).build()
                : refused(HttpStatus.UNPROCESSABLE_CONTENT, outcome.get(), locale);
    }

    /// Gives one up, by a form.
    @PostMapping(ONE + "/abandon")
    View abandon(
            @PathVariable String reference,
            @PathVariable String piece,
            @PathVariable UUID upload,
            @AuthenticationPrincipal Account account) {
        Seen seen = requests.byFiller(reference, piece, account);
        uploads.abandon(find(seen, piece, upload, account));
        return pages.to("/dossiers/" + seen.dossier().reference() + "/pieces");
    }

    private Upload find(Seen seen, String piece, UUID upload, Account account) {
        return uploads.find(upload, seen.dossier().id().subject(), piece, account.actor())
                .orElseThrow(NotFound::new);
    }

    private static ResponseEntity.BodyBuilder told(HttpStatus status, Upload upload) {
        return ResponseEntity.status(status)
                .header(TUS, TUS_VERSION)
                .header(OFFSET, String.valueOf(upload.received()))
                .header(LENGTH, String.valueOf(upload.size()))
                .header("Upload-Expires", HTTP_DATE.format(upload.until()))
                .cacheControl(CacheControl.noStore());
    }

    private ResponseEntity<Map<String, String>> refused(
            HttpStatus status, String why, Locale locale) {
        return ResponseEntity.status(status)
                .header(TUS, TUS_VERSION)
                .body(Map.of("message", words.getMessage(why, null, locale)));
    }

    /// `filename aGVsbG8=,sha256 …`: what was said under a key; empty when nothing legible was.
    private static String said(String metadata, String key) {
        return Arrays.stream(metadata.split(","))
                .map(pair -> pair.strip().split(" ", 2))
                .filter(pair -> pair.length == 2 && pair[0].equals(key))
                .map(pair -> decoded(pair[1]))
                .findFirst()
                .orElse("");
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
