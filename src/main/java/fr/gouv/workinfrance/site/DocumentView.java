package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Subject;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A document handed out as a file, never shown in the page: nothing in it runs on our site.
/// Whoever answers with it has checked that the person may have it; the journal of `on` says who
/// took it.
public final class DocumentView implements View {

    private final Documents documents;
    private final StoredDocument document;
    private final Actor by;
    private final Subject on;
    private final Runnable handedOut;

    private DocumentView(
            Documents documents,
            StoredDocument document,
            Actor by,
            Subject on,
            Runnable handedOut) {
        this.documents = documents;
        this.document = document;
        this.by = by;
        this.on = on;
        this.handedOut = handedOut;
    }

    /// The document of that id.
    ///
    /// @throws NotFound when it was erased, or no antivirus has found it clean
    public static View of(Documents documents, DocumentId id, Actor by, Subject on) {
        return of(documents, id, by, on, () -> {});
    }

    /// The document of that id, and what is to be done once it has been handed out whole.
    ///
    /// @throws NotFound when it was erased, or no antivirus has found it clean
    public static View of(
            Documents documents, DocumentId id, Actor by, Subject on, Runnable handedOut) {
        StoredDocument document =
                documents.find(id).filter(StoredDocument::clean).orElseThrow(NotFound::new);
        return new DocumentView(documents, document, by, on, handedOut);
    }

    @Override
    public String getContentType() {
        return document.mediaType();
    }

    @Override
    public void render(
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setContentType(document.mediaType());
        response.setContentLengthLong(document.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(document.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        documents.copy(document.id(), response.getOutputStream(), by, on);
        handedOut.run();
    }
}
