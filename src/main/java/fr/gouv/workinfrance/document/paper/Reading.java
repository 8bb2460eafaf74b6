package fr.gouv.workinfrance.document.paper;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What was found in a document as it was received.
///
/// @param pages of a PDF; 1 for an image
/// @param width of an image, in pixels; 0 for a PDF
/// @param words that its text holds; none when it has no text, or hardly any
/// @param whole whether all of its text was read
public record Reading(
        int pages, int width, int height, List<Advice> advice, Set<String> words, boolean whole) {

    /// Fewer words than this are those of a scanner or of a form: a scan behind them is not read.
    private static final int TEXT = 30;

    /// A contract of ten pages holds some 1 500 different words.
    private static final int MOST_WORDS = 4_000;

    /// A card at 150 points per inch is 500 pixels wide, and the least that can be read.
    static final int READABLE = 500;

    /// How far a document is read: what matters is on its first pages.
    public static final int FAR = 10;

    /// A page of a PDF with that much text is neither empty nor blurred: it need not be drawn.
    public static final int WRITTEN = 60;

    public Reading {
        advice = List.copyOf(advice);
        words = Set.copyOf(words);
    }

    /// Of what needs no advice.
    public static Reading of(int pages) {
        return new Reading(pages, 0, 0, List.of(), Set.of(), false);
    }

    /// Of an image.
    public static Reading of(Picture picture) {
        int width = picture.image().getWidth();
        int height = picture.image().getHeight();
        List<Advice> advice =
                Math.max(width, height) < READABLE
                        ? List.of(Advice.of(Advice.Code.SMALL))
                        : Page.of(picture.image()).advice(0);
        return new Reading(1, width, height, advice, Set.of(), false);
    }

    /// Of a PDF.
    ///
    /// @param texts of its first pages
    public static Reading of(int pages, List<Advice> advice, List<String> texts) {
        Set<String> words =
                texts.stream()
                        .flatMap(text -> Wording.of(text).stream())
                        .collect(Collectors.toSet());
        boolean read = words.size() >= TEXT;
        return new Reading(
                pages,
                0,
                0,
                advice,
                read ? Wording.some(words, MOST_WORDS) : Set.of(),
                read && texts.size() == pages && words.size() <= MOST_WORDS);
    }

    /// Figures, never a word of the document.
    @Override
    public String toString() {
        return "Reading[" + pages + " pages, " + advice + "]";
    }
}
