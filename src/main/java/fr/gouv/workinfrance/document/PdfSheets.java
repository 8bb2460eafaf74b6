package fr.gouv.workinfrance.document;

import fr.gouv.workinfrance.document.paper.Picture;
import fr.gouv.workinfrance.document.paper.Reading;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// A PDF: as many sheets as it has pages.
final class PdfSheets implements Sheets {

    private static final int MOST_PAGES = 500;
    private static final float POINTS_PER_INCH = 72;
    private static final float BEST_DPI = 170;

    private final byte[] content;
    private final Duration patience;

    /// Measures the content before anything opens it.
    ///
    /// @param patience how long drawing one page may take
    /// @throws Refusal when it would unfold into more than the memory can hold
    PdfSheets(byte[] content, Duration patience) throws Refusal {
        PdfStreams.check(content);
        this.content = content;
        this.patience = patience;
    }

    @Override
    public int pages() throws Refusal {
        return opened(PdfSheets::counted);
    }

    @Override
    public Reading read() throws Refusal {
        return opened(pdf -> new PdfReader(pdf, counted(pdf)).read());
    }

    private static int counted(PDDocument pdf) throws Refusal {
        int pages = pdf.getNumberOfPages();
        if (pages > MOST_PAGES) {
            throw new Refusal(Reception.Reason.TOO_COMPLEX);
        }
        if (pages < 1) {
            throw new Refusal(Reception.Reason.UNREADABLE);
        }
        for (int i = 0; i < pages; i++) {
            if (!drawable(pdf.getPage(i).getCropBox())) {
                throw new Refusal(Reception.Reason.UNREADABLE);
            }
        }
        return pages;
    }

    private <T> T opened(Use<T> use) throws Refusal {
        try (PDDocument pdf = Loader.loadPDF(content)) {
            return use.of(pdf);
        } catch (Refusal e) {
            throw e;
        } catch (InvalidPasswordException e) {
            throw new Refusal(Reception.Reason.PROTECTED, e);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new Refusal(Reception.Reason.UNREADABLE, e);
        }
    }

    @Override
    public Picture picture(int page) throws Refusal {
        return opened(
                pdf -> {
                    PDRectangle box = pdf.getPage(page - 1).getCropBox();
                    if (!drawable(box)) {
                        throw new Refusal(Reception.Reason.UNREADABLE);
                    }
                    long deadline = System.nanoTime() + patience.toNanos();
                    BufferedImage drawn = drawn(pdf, page, scale(pdf, page, box), deadline);
                    return new Picture(drawn).within(WIDTH, HEIGHT);
                });
    }

    @Override
    public Picture picture(int page, int longest) throws Refusal {
        return picture(page).within(longest, longest);
    }

    /// Draws a page, until the deadline and no longer.
    ///
    /// @param page from 1
    /// @param deadline as the machine counts nanoseconds
    static BufferedImage drawn(PDDocument pdf, int page, float scale, long deadline)
            throws IOException {
        PDFRenderer renderer = new Bounded(pdf, deadline);
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImage(page - 1, scale, ImageType.RGB);
    }

    private static boolean drawable(PDRectangle box) {
        return box.getWidth() >= 1 && box.getHeight() >= 1;
    }

    /// Fills the width of a preview, without drawing a small page larger than print.
    private static float scale(PDDocument pdf, int page, PDRectangle box) {
        boolean turned = pdf.getPage(page - 1).getRotation() % 180 != 0;
        float width = turned ? box.getHeight() : box.getWidth();
        float height = turned ? box.getWidth() : box.getHeight();
        return Math.min(BEST_DPI / POINTS_PER_INCH, Math.min(WIDTH / width, HEIGHT / height));
    }

    private interface Use<T> {
        T of(PDDocument pdf) throws IOException;
    }

    /// Draws as PDFBox does, but not for ever, and no image that would fill the memory.
    private static final class Bounded extends PDFRenderer {

        private final long deadline;

        Bounded(PDDocument pdf, long deadline) {
            super(pdf);
            this.deadline = deadline;
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new Drawer(parameters, deadline);
        }
    }

    private static final class Drawer extends PageDrawer {

        private final long deadline;

        Drawer(PageDrawerParameters parameters, long deadline) throws IOException {
            super(parameters);
            this.deadline = deadline;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands)
                throws IOException {
            if (System.nanoTime() > deadline) {
                // An IOException would be swallowed, operator by operator.
                throw new IllegalStateException("the page takes too long to draw");
            }
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            long pixels = (long) image.getWidth() * image.getHeight();
            if (pixels > PIXELS) {
                throw new IllegalStateException("the page holds an image too large to draw");
            }
            try (var _ = Canvas.take(pixels)) {
                super.drawImage(image);
            }
        }
    }
}
