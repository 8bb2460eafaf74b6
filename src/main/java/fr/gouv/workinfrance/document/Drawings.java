package fr.gouv.workinfrance.document;

import fr.gouv.workinfrance.document.paper.Mark;
import fr.gouv.workinfrance.document.paper.Picture;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Subject;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Shows documents page by page, as images of our own making: nothing of a file itself reaches who
/// looks at it. It knows nothing of who may see what: whoever calls has checked that.
@Component
public class Drawings {

    /// A marked copy has so many pages at the most: an identity document has far fewer.
    public static final int MOST_MARKED = 30;

    private static final String JPEG = "image/jpeg";

    private final Documents documents;

    Drawings(Documents documents) {
        this.documents = documents;
    }

    /// Draws a page, and leaves a trace of it first; empty when there is no such page, when the
    /// document was erased or cannot be drawn.
    ///
    /// @param page from 1
    /// @param width in pixels, at the most
    /// @param mark written across; none for what needs none
    /// @param on whose journal says that it was seen
    /// @throws IllegalStateException when the mark cannot be written: nothing is shown without it
    public Optional<Drawing> draw(
            DocumentId id, int page, int width, @Nullable Mark mark, Actor by, Subject on) {
        return documents
                .find(id)
                .filter(document -> page >= 1 && page <= document.pages())
                .flatMap(
                        _ ->
                                documents.look(
                                        id,
                                        by,
                                        on,
                                        Map.of("page", String.valueOf(page)),
                                        (sheets, document) ->
                                                drawn(
                                                        sheets.picture(page)
                                                                .within(width, Sheets.HEIGHT),
                                                        document,
                                                        mark)));
    }

    /// Draws the pages of a PDF that the house has just made, and does not keep.
    public List<Drawing> draw(byte[] made) {
        try {
            Sheets sheets = Sheets.of(FileType.PDF, made);
            List<Drawing> pages = new ArrayList<>();
            for (int page = 1; page <= sheets.pages(); page++) {
                pages.add(new Drawing("image/png", sheets.preview(page)));
            }
            return pages;
        } catch (Refusal refusal) {
            throw new IllegalStateException("what the house made cannot be drawn", refusal);
        }
    }

    private static Drawing drawn(Picture picture, StoredDocument document, @Nullable Mark mark) {
        if (mark != null) {
            return new Drawing(JPEG, picture.marked(mark).jpeg(Picture.GOOD));
        }
        return document.isImage()
                ? new Drawing(JPEG, picture.jpeg(Picture.GOOD))
                : new Drawing("image/png", picture.png());
    }

    /// A copy of a whole document as a PDF of drawn pages, each with the mark across, and a trace
    /// of it first; empty when it was erased, cannot be drawn, or has more than [#MOST_MARKED]
    /// pages.
    ///
    /// @param on whose journal says that it was taken
    /// @throws IllegalStateException when the mark cannot be written: nothing is handed out without
    ///   it
    public Optional<byte[]> marked(DocumentId id, Mark mark, Actor by, Subject on) {
        return documents
                .find(id)
                .filter(document -> document.pages() <= MOST_MARKED)
                .flatMap(
                        _ ->
                                documents.look(
                                        id,
                                        by,
                                        on,
                                        Map.of("copy", "marked"),
                                        (sheets, document) -> copied(sheets, document, mark)));
    }

    private static byte[] copied(Sheets sheets, StoredDocument document, Mark mark) throws Refusal {
        try (Binder binder = new Binder()) {
            for (int page = 1; page <= document.pages(); page++) {
                binder.add(sheets.picture(page).marked(mark).jpeg(Picture.GOOD));
            }
            return binder.bound();
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
