package fr.gouv.workinfrance.demo.past;

import static java.util.Objects.requireNonNull;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import javax.imageio.ImageIO;

/// A document that proves nothing, and says so across the page.
///
/// @param across what is written across
/// @param lines what it says besides; those that its font cannot write are left out
record Specimen(String title, String across, List<String> lines) {

    private static final float MARGIN = 60;
    private static final float LINE = 24;
    private static final float UNITS = 1000;
    private static final float LONGEST = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float PHOTOGRAPHED_DPI = 80;
    private static final int BLUR = 7;
    private static final double SLANT = Math.toRadians(52);

    /// Read once: it would take longer than drawing the page.
    private static final TrueTypeFont LETTERS = letters();

    Specimen {
        lines = List.copyOf(lines);
    }

    byte[] pdf() {
        try (PDDocument document = drawn()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same, as a telephone would photograph it.
    byte[] jpeg() {
        return jpeg(photographed());
    }

    /// The same, as a telephone would photograph it out of focus.
    byte[] blurred() {
        BufferedImage sharp = photographed();
        BufferedImage small = drawn(sharp, sharp.getWidth() / BLUR, sharp.getHeight() / BLUR);
        return jpeg(drawn(small, sharp.getWidth(), sharp.getHeight()));
    }

    private BufferedImage photographed() {
        // read again, because what was never saved has not got its font yet
        try (PDDocument document = Loader.loadPDF(pdf())) {
            return new PDFRenderer(document).renderImageWithDPI(0, PHOTOGRAPHED_DPI);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }

    private static byte[] jpeg(BufferedImage image) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PDDocument drawn() throws IOException {
        PDDocument document = new PDDocument();
        try {
            PDFont font = PDType0Font.load(document, LETTERS, true);
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.setNonStrokingColor(0.85f);
                write(
                        content,
                        font,
                        40,
                        Matrix.getRotateInstance(SLANT, 2 * MARGIN, 2 * MARGIN),
                        across);
                content.setNonStrokingColor(0f);
                float top = PDRectangle.A4.getHeight() - 2 * MARGIN;
                write(content, font, 20, Matrix.getTranslateInstance(MARGIN, top), title);
                for (int i = 0; i < lines.size(); i++) {
                    float height = top - (i + 2) * LINE;
                    write(
                            content,
                            font,
                            11,
                            Matrix.getTranslateInstance(MARGIN, height),
                            lines.get(i));
                }
            }
            return document;
        } catch (IOException | RuntimeException e) {
            document.close();
            throw e;
        }
    }

    private static TrueTypeFont letters() {
        try (InputStream in = Specimen.class.getResourceAsStream("/deed/NotoSans_400Regular.ttf")) {
            return new TTFParser().parse(new RandomAccessReadBuffer(requireNonNull(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(
            PDPageContentStream content, PDFont font, float size, Matrix where, String text)
            throws IOException {
        float width;
        try {
            width = font.getStringWidth(text) / UNITS;
        } catch (IllegalArgumentException _) {
            return;
        }
        content.beginText();
        content.setFont(font, Math.min(size, LONGEST / width));
        content.setTextMatrix(where);
        content.showText(text);
        content.endText();
    }
}
