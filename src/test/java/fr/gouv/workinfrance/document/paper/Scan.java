package fr.gouv.workinfrance.document.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.IntUnaryOperator;

import javax.imageio.ImageIO;

/// Scans and photographs as people make them, good and bad: printed here, then blurred, darkened,
/// or grained.
final class Scan {

    static final int A4_AT_200_DPI = 2339;

    private static final String LINE =
            "Le présent contrat est conclu pour une durée déterminée de douze mois, article L."
                    + " 1242-3";
    private static final int POINTS = 842;

    final BufferedImage image;

    private Scan(BufferedImage image) {
        this.image = image;
    }

    /// A page of print: black on white.
    ///
    /// @param longest side, in pixels
    /// @param points of its letters
    static Scan page(int longest, double points, int lines) {
        return page(longest, points, lines, 20, 250);
    }

    /// @param ink how light the letters are, from 0 to 255
    /// @param paper how light the paper is
    static Scan page(int longest, double points, int lines, int ink, int paper) {
        Scan scan = blank((int) (longest / Math.sqrt(2)), longest, paper);
        double size = points * longest / POINTS;
        for (int i = 0; i < lines; i++) {
            scan.write(LINE, 0.08 * longest / 1.4, 0.08 * longest + i * size * 1.4, size, ink);
        }
        return scan;
    }

    /// The identity page of a passport, filling the image.
    static Scan passport(int longest) {
        Scan scan = blank(longest, longest * 7 / 10, 225);
        Graphics2D graphics = scan.image.createGraphics();
        graphics.setColor(new Color(0x6B5A5A));
        graphics.fillRect(longest / 20, longest / 7, longest / 4, longest / 3);
        graphics.dispose();
        String[] lines = {"Nom", "NDIAYE", "Prénoms", "AWA FATOU", "12/03/2002", "SAINT-LOUIS"};
        for (int i = 0; i < lines.length; i++) {
            double height = longest * (0.15 + i * 0.055);
            scan.write(lines[i], longest * 0.34, height, longest / 45.0, 40);
        }
        scan.write(
                "P<SENNDIAYE<<AWA<FATOU<<<<<<<<<<<<<<<<<<",
                longest * 0.03,
                longest * 0.6,
                longest / 32.0,
                40);
        return scan;
    }

    static Scan blank(int width, int height, int paper) {
        Scan scan = new Scan(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
        return scan.each(_ -> paper);
    }

    private void write(String text, double x, double y, double size, int ink) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(ink, ink, ink));
        graphics.fill(
                AffineTransform.getTranslateInstance(x, y)
                        .createTransformedShape(Lettering.line(text, size).shape()));
        graphics.dispose();
    }

    /// @param pixels how far a point spreads
    Scan blurred(double pixels) {
        int reach = (int) Math.ceil(pixels * 3);
        float[] weights = new float[2 * reach + 1];
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
            weights[i + reach] = (float) Math.exp(-i * i / (2 * pixels * pixels));
            sum += weights[i + reach];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        Kernel across = new Kernel(weights.length, 1, weights);
        Kernel down = new Kernel(1, weights.length, weights);
        BufferedImage once =
                new ConvolveOp(across, ConvolveOp.EDGE_NO_OP, null).filter(image, null);
        return new Scan(new ConvolveOp(down, ConvolveOp.EDGE_NO_OP, null).filter(once, null));
    }

    /// As by little light: 1 is as it was.
    Scan lit(double light) {
        return each(level -> (int) (level * light));
    }

    /// With the grain of a small camera, and compressed as telephones do.
    Scan photographed() {
        Random grain = new Random(7);
        Scan grained = each(level -> (int) (level + grain.nextGaussian() * 8));
        try {
            byte[] jpeg = new Picture(grained.image).jpeg(0.6f);
            return new Scan(ImageIO.read(new ByteArrayInputStream(jpeg)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Scan each(IntUnaryOperator level) {
        BufferedImage made =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int red = image.getRGB(x, y) >> 16 & 0xFF;
                int grey = Math.clamp(level.applyAsInt(red), 0, 255);
                made.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        return new Scan(made);
    }
}
