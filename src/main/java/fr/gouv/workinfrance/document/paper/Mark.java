package fr.gouv.workinfrance.document.paper;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;

/// What is written across each page of an identity document that is shown: who looks at it, for
/// which service, and when. A copy that leaves the service says where it left from.
///
/// @param lines read one under the other
public record Mark(List<String> lines) {

    /// As a share of the longest side of the page: some thirty pixels on a screen.
    private static final double LETTER = 0.021;

    private static final double LINE = 1.5;
    private static final double APART = 3;
    private static final double BETWEEN_LINES_OF_MARKS = 3.2;
    private static final double SLANT = Math.toRadians(-28);

    /// Dark on light paper and light around the letters on a dark photograph; the words underneath
    /// are still read.
    private static final float OPACITY = 0.30f;

    private static final Color INK = new Color(0x16, 0x16, 0x4E);

    public Mark {
        lines = lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /// Tiles the mark over a page.
    ///
    /// @throws IllegalStateException when nothing of it can be written: the page is not to be shown
    void draw(Graphics2D graphics, int width, int height) {
        double size = Math.max(9, Math.max(width, height) * LETTER);
        Path2D mark = new Path2D.Double();
        double widest = 0;
        for (int i = 0; i < lines.size(); i++) {
            Lettering.Line line = Lettering.line(lines.get(i), size);
            mark.append(
                    AffineTransform.getTranslateInstance(0, i * size * LINE)
                            .createTransformedShape(line.shape()),
                    false);
            widest = Math.max(widest, line.width());
        }
        if (mark.getBounds2D().isEmpty()) {
            throw new IllegalStateException("the mark of an identity document cannot be written");
        }
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, OPACITY));
        graphics.setStroke(new BasicStroke((float) (size / 12)));
        graphics.rotate(SLANT, width / 2.0, height / 2.0);
        double step = widest + APART * size;
        double down = size * (lines.size() * LINE + BETWEEN_LINES_OF_MARKS);
        double reach = Math.hypot(width, height);
        int row = 0;
        for (double y = -reach / 2; y < reach; y += down) {
            double shift = row++ % 2 * step / 2;
            for (double x = -reach / 2 - shift; x < reach; x += step) {
                Shape here =
                        AffineTransform.getTranslateInstance(x, y).createTransformedShape(mark);
                graphics.setColor(Color.WHITE);
                graphics.draw(here);
                graphics.setColor(INK);
                graphics.fill(here);
            }
        }
    }
}
