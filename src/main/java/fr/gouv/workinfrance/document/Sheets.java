package fr.gouv.workinfrance.document;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

import javax.imageio.ImageIO;

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

    /// Draws a page as a PNG: nothing of the file itself is left in it, neither script nor place
    /// where a photograph was taken.
    ///
    /// @param page from 1
    /// @throws Refusal when that page cannot be drawn
    byte[] preview(int page) throws Refusal;

    /// An image no larger than a preview may be.
    static byte[] png(BufferedImage drawn) {
        double scale =
                Math.min(
                        1,
                        Math.min(
                                (double) WIDTH / drawn.getWidth(),
                                (double) HEIGHT / drawn.getHeight()));
        int width = Math.max(1, (int) Math.round(drawn.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(drawn.getHeight() * scale));
        // Drawn again in every case, on white: palettes, transparency and colour profiles go.
        BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = plain.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(drawn, 0, 0, width, height, java.awt.Color.WHITE, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(plain, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
