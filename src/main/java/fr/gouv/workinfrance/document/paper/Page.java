package fr.gouv.workinfrance.document.paper;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// What is measured on the image of a page, once it is brought to the size of a screen: whatever
/// cannot be made out at that size cannot be read.
///
/// @param ink how much of the page is darker or lighter than what is around it, from 0 to 1
/// @param sharpness how steep the edges are, where there are some: about 0.5 for print, under 0.05
///   once the letters run together; `NaN` when the page shows too little to tell
/// @param light how light its lightest part is, from 0 to 255
/// @param contrast by how much the ink stands out, from 0 to 255
public record Page(double ink, double sharpness, int light, int contrast) {

    /// The longest side of a page when it is measured: on an A4 sheet, a printed letter is then
    /// some six pixels high, and still read.
    private static final int SIDE = 1000;

    /// Small enough for a tile to be within a line of text, large enough for a few letters.
    private static final int TILE = 20;

    /// Scanners leave a dark border, and staples stand near it.
    private static final double BORDER = 0.03;

    /// Less than the grain of a photograph, more than the shade of a fold.
    private static final int STANDS_OUT = 25;

    /// Tiles that vary less show nothing one could call sharp or blurred.
    private static final double CONTRASTED = 15 * 15;

    /// Under this share of such tiles, a page shows too little to tell.
    private static final double ENOUGH = 0.004;

    /// A third of a line of text: a signature and a date are more, dust and a page number less.
    static final double EMPTY = 0.0005;

    /// Scans of any resolution are at 0.4, a photograph read without effort at 0.2 or more; at 0.06
    /// ten-point letters are guessed rather than read.
    static final double SHARP = 0.08;

    /// Paper photographed in a badly lit room is at 95 or more; under 70, it is night.
    static final int LIT = 70;

    /// Pencil and grey printing stand out by 70 or more, words one cannot make out by 30.
    static final int STRONG = 40;

    /// Measures an image.
    public static Page of(BufferedImage image) {
        return new Grey(new Picture(image).within(SIDE, SIDE).image()).page();
    }

    /// What its sender may want to mend.
    ///
    /// @param number of this page, from 1; 0 for an image, which has only one
    public List<Advice> advice(int number) {
        List<Advice> advice = new ArrayList<>();
        if (light < LIT) {
            advice.add(Advice.of(Advice.Code.DARK, number));
        } else if (ink < EMPTY) {
            advice.add(Advice.of(Advice.Code.EMPTY_PAGE, number));
        } else if (sharpness < SHARP) {
            advice.add(Advice.of(Advice.Code.BLURRED, number));
        } else if (contrast < STRONG) {
            advice.add(Advice.of(Advice.Code.PALE, number));
        }
        return advice;
    }

    /// The page in grey, tile by tile.
    private static final class Grey {

        private final int width;
        private final int height;
        private final int[] levels;
        private final int[] smooth;
        private final int[] histogram = new int[256];
        private final int[] outstanding = new int[256];
        private final List<Double> edges = new ArrayList<>();
        private long pixels;
        private long ink;
        private int tiles;

        Grey(BufferedImage image) {
            int left = (int) (image.getWidth() * BORDER);
            int top = (int) (image.getHeight() * BORDER);
            this.width = image.getWidth() - 2 * left;
            this.height = image.getHeight() - 2 * top;
            this.levels = image.getRGB(left, top, width, height, null, 0, width);
            for (int i = 0; i < levels.length; i++) {
                int rgb = levels[i];
                levels[i] =
                        (299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF))
                                / 1000;
            }
            this.smooth = smoothed(smoothed(levels, 1), width);
        }

        /// Each pixel with its neighbours on both sides: what is left of the grain of a photograph
        /// would otherwise pass for edges.
        ///
        /// @param step to the next pixel: 1 along a line, the width from line to line
        private static int[] smoothed(int[] from, int step) {
            int[] to = from.clone();
            for (int at = step; at < from.length - step; at++) {
                to[at] = (from[at - step] + 2 * from[at] + from[at + step]) / 4;
            }
            return to;
        }

        Page page() {
            for (int y = 0; y < height; y += TILE) {
                for (int x = 0; x < width; x += TILE) {
                    tile(x, y, Math.min(x + TILE, width), Math.min(y + TILE, height));
                }
            }
            double sharpness =
                    edges.size() < Math.max(4, tiles * ENOUGH) ? Double.NaN : percentile(edges, 80);
            return new Page(
                    pixels == 0 ? 0 : (double) ink / pixels,
                    sharpness,
                    percentile(histogram, pixels, 95),
                    percentile(outstanding, ink, 90));
        }

        private void tile(int left, int top, int right, int bottom) {
            int count = (right - left) * (bottom - top);
            long sum = 0;
            long squares = 0;
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    int level = levels[y * width + x];
                    sum += level;
                    squares += (long) level * level;
                    histogram[level]++;
                }
            }
            int mean = (int) (sum / count);
            double variance = (double) squares / count - (double) sum * sum / count / count;
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    int off = Math.abs(levels[y * width + x] - mean);
                    if (off > STANDS_OUT) {
                        ink++;
                        outstanding[off]++;
                    }
                }
            }
            pixels += count;
            tiles++;
            if (variance > CONTRASTED && right - left == TILE && bottom - top == TILE) {
                edges.add(laplacian(left, top, right, bottom) / variance);
            }
        }

        /// The variance of the Laplacian over a tile: what changes abruptly. Divided by the
        /// variance of the tile, it no longer depends on light or on how much is written.
        private double laplacian(int left, int top, int right, int bottom) {
            double sum = 0;
            double squares = 0;
            int count = 0;
            for (int y = Math.max(1, top); y < Math.min(height - 1, bottom); y++) {
                for (int x = Math.max(1, left); x < Math.min(width - 1, right); x++) {
                    int at = y * width + x;
                    int value =
                            smooth[at - 1]
                                    + smooth[at + 1]
                                    + smooth[at - width]
                                    + smooth[at + width]
                                    - 4 * smooth[at];
                    sum += value;
                    squares += (double) value * value;
                    count++;
                }
            }
            return squares / count - sum * sum / count / count;
        }

        private static double percentile(List<Double> values, int percent) {
            double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
        }

        private static int percentile(int[] counts, long total, int percent) {
            long wanted = total * percent / 100;
            int at = 0;
            for (long seen = counts[0]; at < 255 && seen <= wanted; seen += counts[at]) {
                at++;
            }
            return at;
        }
    }

    /// For tests and logs: figures, never content.
    @Override
    public String toString() {
        return "Page[ink=%.5f, sharpness=%.2f, light=%d, contrast=%d]"
                .formatted(ink, sharpness, light, contrast);
    }
}
