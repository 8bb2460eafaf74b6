package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.calendar.WrittenDate;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Drawings;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.document.paper.Mark;
import fr.gouv.workinfrance.dossier.Messages;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The documents of a dossier that someone may see: page by page, and as files. An identity
/// document bears across each page the name of who looks at it, the service and the day; only the
/// person who sent it has it back as it was. Nobody has looked at what a party sends with a
/// message: it is shown as an identity document is. This is the one way to what people joined.
@Component
public class SeenPapers {

    /// Wide enough to read; the screen of a telephone; a thumbnail.
    static final List<Integer> WIDTHS = List.of(1400, 700, 240);

    private final SitePages pages;
    private final Documents documents;
    private final Drawings drawings;
    private final Messages messages;
    private final Appeals appeals;
    private final Offices offices;
    private final MessageSource words;
    private final Clock clock;

    SeenPapers(
            SitePages pages,
            Documents documents,
            Drawings drawings,
            Messages messages,
            Appeals appeals,
            Offices offices,
            MessageSource words,
            Clock clock) {
        this.pages = pages;
        this.documents = documents;
        this.drawings = drawings;
        this.messages = messages;
        this.appeals = appeals;
        this.offices = offices;
        this.words = words;
        this.clock = clock;
    }

    /// The page on which a document is read, page by page.
    ///
    /// @param at the address of the request, under which its documents are
    /// @param back where one comes from
    public View reading(Seen seen, String name, int page, boolean zoom, String at, String back) {
        Found found = found(seen, name);
        return pages.page(
                "site/paper/viewer",
                Map.of(
                        "view",
                        new PaperView(
                                seen,
                                found.file(),
                                name,
                                page,
                                zoom,
                                found.marked(),
                                found.copied(),
                                at,
                                found.under() == null ? back : at + found.under())));
    }

    /// A page of a document, drawn by us: nothing of the file itself reaches the browser.
    ///
    /// @param width in pixels: one of [#WIDTHS], or the one below
    public ResponseEntity<byte[]> sheet(
            Seen seen, String name, int page, int width, Account account) {
        return sheet(seen, name, page, width, reader(seen, account));
    }

    /// The same, for someone of a service that is consulted.
    public ResponseEntity<byte[]> sheet(
            Seen seen, String name, int page, int width, Reader reader) {
        Found found = found(seen, name);
        int allowed = WIDTHS.stream().filter(one -> one <= width).findFirst().orElse(240);
        return drawings.draw(
                        found.file().id(),
                        page,
                        allowed,
                        found.marked() ? mark(seen, reader) : null,
                        reader.actor(),
                        seen.dossier().id().subject())
                .map(
                        drawn ->
                                ResponseEntity.ok()
                                        .contentType(MediaType.valueOf(drawn.mediaType()))
                                        .cacheControl(CacheControl.noStore())
                                        .body(drawn.bytes()))
                .orElseThrow(NotFound::new);
    }

    /// A document as a file: as it was sent or, of an identity document, a copy that bears the
    /// mark. When no such copy can be made, the page on which it is read is opened instead.
    ///
    /// @param at the address of the request
    /// @param handedOut done once it has been handed out whole
    public View file(Seen seen, String name, String at, Account account, Runnable handedOut) {
        return file(seen, name, at, reader(seen, account), handedOut);
    }

    /// The same, for someone of a service that is consulted.
    public View file(Seen seen, String name, String at, Reader reader) {
        return file(seen, name, at, reader, () -> {});
    }

    private View file(Seen seen, String name, String at, Reader reader, Runnable handedOut) {
        Found found = found(seen, name);
        StoredDocument file = found.file();
        if (!found.copied()) {
            return DocumentView.of(
                    documents, file.id(), reader.actor(), seen.dossier().id().subject(), handedOut);
        }
        return drawings.marked(
                        file.id(),
                        mark(seen, reader),
                        reader.actor(),
                        seen.dossier().id().subject())
                .<View>map(copy -> new Copy(file.name(), copy))
                .orElseGet(() -> pages.to(at + "/documents/" + name + "/lecture"));
    }

    /// A document that this person may have.
    ///
    /// @param marked whether it is never shown without a mark
    /// @param copied whether he has a marked copy of it alone
    /// @param under the page, below that of the request, where it is; absent when it is a piece
    private record Found(
            StoredDocument file, boolean marked, boolean copied, @Nullable String under) {}

    private Found found(Seen seen, String name) {
        Optional<DocumentId> own = seen.document(name);
        return own.isPresent()
                ? found(
                        own.get(),
                        PaperView.identity(seen, own.get()),
                        PaperView.mayHaveAsSent(seen, own.get()),
                        null)
                : messages.having(seen, name)
                        .map(
                                message ->
                                        found(
                                                message.document(name).orElseThrow(),
                                                !message.byOffice(),
                                                !seen.byOffice(),
                                                "/messages"))
                        .or(() -> appealed(seen, name))
                        .orElseThrow(NotFound::new);
    }

    /// What came with an appeal, or its acknowledgment.
    private Optional<Found> appealed(Seen seen, String name) {
        String under = seen.byOffice() ? "" : "/recours";
        return appeals.of(seen).stream()
                .flatMap(
                        one ->
                                Stream.concat(
                                        one.document(name).stream()
                                                .map(
                                                        id ->
                                                                found(
                                                                        id,
                                                                        true,
                                                                        !seen.byOffice(),
                                                                        under)),
                                        Stream.ofNullable(one.receipt())
                                                .filter(id -> id.toString().equals(name))
                                                .map(id -> found(id, false, true, under))))
                .findFirst();
    }

    private Found found(DocumentId id, boolean identity, boolean asSent, @Nullable String under) {
        return documents
                .find(id)
                .filter(StoredDocument::clean)
                .map(file -> new Found(file, identity, identity && !asSent, under))
                .orElseThrow(NotFound::new);
    }

    /// Who looks at a document, as it is written across an identity document.
    ///
    /// @param name empty when only the service is known
    /// @param service for which he looks
    public record Reader(Actor actor, String name, String service) {}

    private Reader reader(Seen seen, Account account) {
        String service =
                seen.dossier()
                        .office()
                        .filter(_ -> seen.byOffice())
                        .flatMap(offices::office)
                        .map(Office::name)
                        .orElseGet(() -> words.getMessage("site.name", null, Locale.FRENCH));
        return new Reader(account.actor(), account.displayName(), service);
    }

    private Mark mark(Seen seen, Reader reader) {
        String when =
                WrittenDate.of(clock.instant().atZone(HolidayZone.METROPOLE.id()), Locale.FRENCH)
                        + " – "
                        + seen.dossier().reference();
        return new Mark(
                Stream.of(reader.name(), reader.service(), when)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    /// A marked copy, handed out as a file.
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Copy(String name, byte[] pdf) implements View {

        @Override
        public String getContentType() {
            return MediaType.APPLICATION_PDF_VALUE;
        }

        @Override
        public void render(
                @Nullable Map<String, ?> model,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            response.setContentType(getContentType());
            response.setContentLength(pdf.length);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(
                                    name.replaceFirst("[.][^.]*$", "") + " (copie).pdf",
                                    StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.getOutputStream().write(pdf);
        }
    }
}
