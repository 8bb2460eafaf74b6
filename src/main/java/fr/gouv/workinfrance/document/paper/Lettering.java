package fr.gouv.workinfrance.document.paper;

import static java.util.Objects.requireNonNull;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Draws letters as shapes, with a font of our own: a machine without any font writes them as well.
final class Lettering {

    private static final TrueTypeFont FONT = font();

    private Lettering() {}

    /// @param width in the units of `size`
    record Line(Shape shape, double width) {}

    /// A line of text, its left end on the origin; letters that the font lacks are left out.
    ///
    /// @param size of an em
    static Line line(String text, double size) {
        Path2D path = new Path2D.Double();
        double at = 0;
        try {
            double scale = size / FONT.getUnitsPerEm();
            // the font keeps a place of its own in its file
            synchronized (FONT) {
                CmapLookup letters = FONT.getUnicodeCmapLookup();
                for (int letter : text.codePoints().toArray()) {
                    int glyph = letters.getGlyphId(letter);
                    if (glyph == 0) {
                        continue;
                    }
                    GlyphData drawn = FONT.getGlyph().getGlyph(glyph);
                    if (drawn != null) {
                        AffineTransform where = new AffineTransform(scale, 0, 0, -scale, at, 0);
                        path.append(where.createTransformedShape(drawn.getPath()), false);
                    }
                    at += FONT.getAdvanceWidth(glyph) * scale;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Line(path, at);
    }

    private static TrueTypeFont font() {
        try (InputStream in = Mark.class.getResourceAsStream("/deed/NotoSans_700Bold.ttf")) {
            return new TTFParser().parse(new RandomAccessReadBuffer(requireNonNull(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
