package fr.gouv.workinfrance.document;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/// Binds images into a PDF, one to a page: upright or lying A4, the image as large as fits within
/// its margins.
final class Binder implements AutoCloseable {

    private static final float MARGIN = 18;
    private static final PDRectangle LYING =
            new PDRectangle(
                    /* width= */ PDRectangle.A4.getHeight(),
                    /* height= */ PDRectangle.A4.getWidth());

    private final PDDocument pdf = new PDDocument();

    /// Adds a page.
    void add(byte[] jpeg) throws IOException {
        PDImageXObject image = JPEGFactory.createFromByteArray(pdf, jpeg);
        PDRectangle sheet = image.getWidth() > image.getHeight() ? LYING : PDRectangle.A4;
        PDPage page = new PDPage(sheet);
        pdf.addPage(page);
        float scale =
                Math.min(
                        (sheet.getWidth() - 2 * MARGIN) / image.getWidth(),
                        (sheet.getHeight() - 2 * MARGIN) / image.getHeight());
        float width = image.getWidth() * scale;
        float height = image.getHeight() * scale;
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.drawImage(
                    image,
                    (sheet.getWidth() - width) / 2,
                    (sheet.getHeight() - height) / 2,
                    width,
                    height);
        }
    }

    byte[] bound() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
