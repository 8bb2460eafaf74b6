package fr.gouv.workinfrance.document;

import fr.gouv.workinfrance.document.paper.Picture;
import fr.gouv.workinfrance.document.paper.Reading;

import org.jspecify.annotations.Nullable;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.Function;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// A photograph or a scan: one sheet.
final class ImageSheet implements Sheets {

    private static final int LONGEST_SIDE = 30_000;

    private final byte[] content;

    ImageSheet(byte[] content) {
        this.content = content;
    }

    @Override
    public int pages() throws Refusal {
        // Decoded to its end, or a photograph cut in the middle would be found out by a caseworker.
        return decoded(_ -> 1);
    }

    @Override
    public Reading read() throws Refusal {
        return decoded(image -> Reading.of(new Picture(image)));
    }

    @Override
    public Picture picture(int page) throws Refusal {
        return decoded(image -> upright(image).within(WIDTH, HEIGHT));
    }

    @Override
    public Picture picture(int page, int longest) throws Refusal {
        return decoded(image -> upright(image).within(longest, longest));
    }

    private Picture upright(BufferedImage image) {
        AffineTransform upright =
                upright(ExifOrientation.of(content), image.getWidth(), image.getHeight());
        return new Picture(
                upright == null
                        ? image
                        : new AffineTransformOp(upright, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
                                .filter(image, null));
    }

    /// Decodes the whole image, keeping one pixel in so many when it is much larger than a preview.
    ///
    /// @param use what is made of it, while it is in memory
    private <T> T decoded(Function<BufferedImage, T> use) throws Refusal {
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new Refusal(Reception.Reason.UNREADABLE);
            }
            ImageReader reader = readers.next();
            try {
                return decoded(reader, in, use);
            } finally {
                reader.dispose();
            }
        } catch (Refusal e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // Decoders throw whatever comes on damaged content, and ask for any amount of memory.
            throw new Refusal(Reception.Reason.UNREADABLE, e);
        }
    }

    private static <T> T decoded(
            ImageReader reader, ImageInputStream in, Function<BufferedImage, T> use)
            throws IOException {
        reader.setInput(in, true, false);
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width < 1 || height < 1) {
            throw new Refusal(Reception.Reason.UNREADABLE);
        }
        if (width * height > PIXELS || Math.max(width, height) > LONGEST_SIDE) {
            throw new Refusal(Reception.Reason.TOO_COMPLEX);
        }
        boolean[] damaged = {false};
        reader.addIIOReadWarningListener((_, _) -> damaged[0] = true);
        ImageReadParam parameters = reader.getDefaultReadParam();
        int step = (int) Math.max(1, Math.max(width / (WIDTH * 2), height / (HEIGHT * 2)));
        parameters.setSourceSubsampling(step, step, 0, 0);
        try (var _ = Canvas.take(width / step * height / step)) {
            BufferedImage image = reader.read(0, parameters);
            if (damaged[0]) {
                throw new Refusal(Reception.Reason.UNREADABLE);
            }
            return use.apply(image);
        }
    }

    /// Turns and mirrors a photograph as its camera was held; null when nothing is to be done.
    private static @Nullable AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> null;
        };
    }
}
