package fr.gouv.workinfrance.document;

import fr.gouv.workinfrance.document.paper.Advice;
import fr.gouv.workinfrance.document.paper.Page;
import fr.gouv.workinfrance.document.paper.Reading;

import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Reads the first pages of a PDF: their text, and what they look like when they have none. It
/// reads what it can in the time that is left, and refuses nothing.
final class PdfReader {

    /// For all its pages together.
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /// Twice the size at which a page is measured.
    private static final float LONGEST_SIDE = 2000;

    private final PDDocument pdf;
    private final int pages;
    private final long deadline;

    PdfReader(PDDocument pdf, int pages) {
        this.pdf = pdf;
        this.pages = pages;
        this.deadline = System.nanoTime() + PATIENCE.toNanos();
    }

    Reading read() {
        List<String> texts = new ArrayList<>();
        List<Advice> advice = new ArrayList<>();
        try {
            for (int page = 1; page <= Math.min(pages, Reading.FAR); page++) {
                String text = text(page);
                texts.add(text);
                if (text.codePoints().filter(Character::isLetterOrDigit).count()
                        < Reading.WRITTEN) {
                    advice.addAll(look(page));
                }
            }
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError _) {
            // A page that cannot be read says nothing, neither good nor bad; nor do those after it.
            return Reading.of(pages, advice, texts);
        }
        return Reading.of(pages, advice, texts);
    }

    private String text(int page) throws IOException {
        PDFTextStripper stripper = new Hurried(deadline);
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    private List<Advice> look(int page) throws IOException {
        PDRectangle box = pdf.getPage(page - 1).getCropBox();
        float scale = LONGEST_SIDE / Math.max(box.getWidth(), box.getHeight());
        return Page.of(PdfSheets.drawn(pdf, page, scale, deadline)).advice(page);
    }

    /// Reads as PDFBox does, but not for ever.
    private static final class Hurried extends PDFTextStripper {

        private final long deadline;

        Hurried(long deadline) {
            this.deadline = deadline;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands)
                throws IOException {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the page takes too long to read");
            }
            super.processOperator(operator, operands);
        }
    }
}
