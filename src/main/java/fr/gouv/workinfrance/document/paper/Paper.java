package fr.gouv.workinfrance.document.paper;

import java.util.List;
import java.util.Set;

/// What is kept of the reading of a document.
///
/// @param advice given when it was received
/// @param width of an image, in pixels; 0 for a PDF
/// @param words the fingerprints of the words of its text, made by `by`
/// @param whole whether these are all its words
public record Paper(
        List<Advice> advice,
        int width,
        int height,
        Set<Long> words,
        boolean whole,
        Fingerprint by) {

    public Paper {
        advice = List.copyOf(advice);
        words = Set.copyOf(words);
    }

    /// Whether there is anything in it worth keeping.
    public boolean tells() {
        return !advice.isEmpty() || !words.isEmpty() || width > 0;
    }

    /// Whether its text was read to its end, and a name is not in it.
    boolean lacks(String name) {
        return whole
                && !words.isEmpty()
                && !Wording.names(name, word -> words.contains(by.word(word)));
    }

    /// Whether it is an image too small to show a whole page.
    boolean tooSmallForPage() {
        int longest = Math.max(width, height);
        return longest >= Reading.READABLE && longest < Bundle.PAGE;
    }
}
