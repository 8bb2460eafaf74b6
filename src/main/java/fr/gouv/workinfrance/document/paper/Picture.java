package fr.gouv.workinfrance.document.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// The image of a page, and nothing else of the file it comes from.
public record Picture(BufferedImage image) {

    /// Letters stay neat, and a photograph of a page takes some 300 kB.
    public static final float GOOD = 0.8f;

    /// The same, no larger than that. Drawn again in every case, on white: palettes, transparency
    /// and colour profiles go.
    public Picture within(int width, int height) {
        double scale =
                Math.min(
                        1,
                        Math.min(
                                (double) width / image.getWidth(),
                                (double) height / image.getHeight()));
        int wide = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int high = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage current = image;
        // halved as long as it is twice too large, so that every pixel counts
        while (current.getWidth() > 2 * wide && current.getHeight() > 2 * high) {
            current = drawn(current, current.getWidth() / 2, current.getHeight() / 2);
        }
        return new Picture(drawn(current, wide, high));
    }

    /// The same, with a mark across.
    ///
    /// @throws IllegalStateException when nothing of the mark can be written
    public Picture marked(Mark mark) {
        BufferedImage copy = drawn(image, image.getWidth(), image.getHeight());
        Graphics2D graphics = copy.createGraphics();
        try {
            mark.draw(graphics, copy.getWidth(), copy.getHeight());
        } finally {
            graphics.dispose();
        }
        return new Picture(copy);
    }

    /// The same as a PNG.
    public byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// The same as a JPEG.
    ///
    /// @param quality from 0 to 1
    public byte[] jpeg(float quality) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream to = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(to);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return drawn;
    }
}
