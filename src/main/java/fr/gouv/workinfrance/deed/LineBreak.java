package fr.gouv.workinfrance.deed;

import com.openhtmltopdf.extend.FSTextBreaker;

import java.text.BreakIterator;
import java.util.Locale;

/// Where a line may end: as Java says, but never after an elision, so that `l’` does not stay alone
/// at the end of a line.
final class LineBreak implements FSTextBreaker {

    private static final char APOSTROPHE = '’';

    private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.FRENCH);
    private String text = "";

    @Override
    public int next() {
        int next = breaks.next();
        while (next != BreakIterator.DONE && next < text.length() && elides(next)) {
            next = breaks.next();
        }
        return next;
    }

    private boolean elides(int at) {
        return at > 0 && text.charAt(at - 1) == APOSTROPHE && Character.isLetter(text.charAt(at));
    }

    @Override
    public void setText(String newText) {
        text = newText;
        breaks.setText(newText);
    }
}
