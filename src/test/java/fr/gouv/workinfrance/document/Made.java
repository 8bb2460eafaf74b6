package fr.gouv.workinfrance.document;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/// Files as people send them, and as people should not.
final class Made {

    private static final String WEBP =
            "UklGRnIAAABXRUJQVlA4IGYAAAAwBACdASooAB4AP12OwFi/qacjurmYA/AriWoAsR9ohxt/QRsPwtv/rgAA/ucV"
                + "l9I/k31STgbYmSaEuVz3Dok76Mw+g2nDD7b5KrHg6deA1jNAwj6YIVzibazlV6hX6YHJqcwNwAA=";

    private Made() {}

    static byte[] pdf(int pages, String text) {
        return pdf(pages, text, null, null);
    }

    /// A PDF under passwords; an empty one opens by itself.
    static byte[] pdf(int pages, String text, String owner, String user) {
        try (PDDocument pdf = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage();
                pdf.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD), 40);
                    content.newLineAtOffset(60, 700);
                    content.showText(text);
                    content.endText();
                }
            }
            if (owner != null) {
                var policy = new StandardProtectionPolicy(owner, user, new AccessPermission());
                policy.setEncryptionKeyLength(256);
                pdf.protect(policy);
            }
            return saved(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An image, red above and blue below.
    static byte[] image(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width, height / 2);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, height / 2, width, height - height / 2);
        graphics.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] webp() {
        return Base64.getDecoder().decode(WEBP);
    }

    /// A JPEG whose camera was held on its side, and that says where it was taken.
    static byte[] turnedJpeg(int orientation, String place) {
        byte[] jpeg = image("jpeg", 60, 40);
        byte[] text = place.getBytes(StandardCharsets.US_ASCII);
        byte[] tiff = {
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] exif = concat(new byte[] {'E', 'x', 'i', 'f', 0, 0}, concat(tiff, text));
        int length = exif.length + 2;
        byte[] segment = {
            (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length
        };
        byte[] rest = java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length);
        return concat(concat(segment, exif), rest);
    }

    /// A PNG of a few kilobytes that says it has `width` by `height` pixels.
    static byte[] pngBomb(int width, int height) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        writeInt(header, width);
        writeInt(header, height);
        header.writeBytes(new byte[] {8, 2, 0, 0, 0});
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        return concat(
                concat(signature, chunk("IHDR", header.toByteArray())),
                concat(chunk("IDAT", deflated(1 << 20)), chunk("IEND", new byte[0])));
    }

    /// A PDF of one page, drawn by those operators.
    static byte[] pdfDrawing(String operators) {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            PDStream content = new PDStream(pdf);
            try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(ascii(operators));
            }
            page.setContents(content);
            return saved(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A PDF of one page that shows a white image of that many pixels.
    static byte[] pdfWithImage(int width, int height) {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            byte[] pixels = deflated(width / 8 * height);
            PDImageXObject image =
                    new PDImageXObject(
                            pdf,
                            new ByteArrayInputStream(pixels),
                            COSName.FLATE_DECODE,
                            width,
                            height,
                            1,
                            PDDeviceGray.INSTANCE);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.drawImage(image, 50, 50, 500, 500);
            }
            return saved(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    /// A PDF whose object stream says it is small, and unfolds into `megabytes`.
    static byte[] pdfBomb(int megabytes) {
        byte[] zeros = deflated(megabytes << 20);
        String before =
                "%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length "
                        + zeros.length
                        + " >>\nstream\n";
        return concat(
                ascii(before), concat(zeros, ascii("\nendstream\nendobj\ntrailer << >>\n%%EOF\n")));
    }

    static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] exe() {
        return concat(
                new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xFF},
                ascii(
                        "\0".repeat(50)
                                + "This program cannot be run in DOS mode."
                                + "\0".repeat(200)));
    }

    static byte[] concat(byte[] one, byte[] other) {
        byte[] both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] deflated(int zeros) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater =
                new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION))) {
            byte[] some = new byte[1 << 16];
            for (int left = zeros; left > 0; left -= some.length) {
                deflater.write(some, 0, Math.min(left, some.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writeInt(out, data.length);
        byte[] body = concat(ascii(type), data);
        out.writeBytes(body);
        CRC32 crc = new CRC32();
        crc.update(body);
        writeInt(out, (int) crc.getValue());
        return out.toByteArray();
    }

    private static void writeInt(ByteArrayOutputStream out, int value) {
        out.writeBytes(
                new byte[] {
                    (byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value
                });
    }
}
