package fr.gouv.workinfrance.document;

import fr.gouv.workinfrance.document.paper.Picture;
import fr.gouv.workinfrance.document.paper.Reading;

import java.time.Duration;

/// A document as sheets one can look at.
sealed interface Sheets permits PdfSheets, ImageSheet {

    /// Previews are this wide at most, in pixels.
    int WIDTH = 1400;

    /// And this high: a very long page becomes narrower.
    int HEIGHT = 4200;

    /// Images above this size are not decoded: 60 million pixels, a little more than the camera of
    /// a telephone, and some 180 MB of memory.
    long PIXELS = 60_000_000;

    /// Drawing a page stops after this long.
    Duration PATIENCE = Duration.ofSeconds(10);

    /// What is made of the sheets of a document.
    interface Look<T> {
        T of(Sheets sheets, StoredDocument document) throws Refusal;
    }

    /// What is in a file of that type.
    ///
    /// @throws Refusal when the content cannot be shown
    static Sheets of(FileType type, byte[] content) throws Refusal {
        return switch (type) {
            case PDF -> new PdfSheets(content, PATIENCE);
            case JPEG, PNG, WEBP -> new ImageSheet(content);
        };
    }

    /// Opens the content, and counts its pages.
    ///
    /// @throws Refusal when it cannot be opened, or is too complex to be shown
    int pages() throws Refusal;

    /// Opens the content, counts its pages and reads the first ones.
    ///
    /// @throws Refusal as [#pages]
    Reading read() throws Refusal;

    /// Draws a page, upright and no larger than a preview: nothing of the file itself is left in
    /// it, neither script nor place where a photograph was taken.
    ///
    /// @param page from 1
    /// @throws Refusal when that page cannot be drawn
    Picture picture(int page) throws Refusal;

    /// The same, its longest side no longer than that.
    Picture picture(int page, int longest) throws Refusal;

    /// Draws a page as a PNG.
    ///
    /// @throws Refusal when that page cannot be drawn
    default byte[] preview(int page) throws Refusal {
        return picture(page).png();
    }
}
