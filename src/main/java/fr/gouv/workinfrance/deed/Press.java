package fr.gouv.workinfrance.deed;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Locale;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.TransformerFactory;

/// Turns well-formed HTML into a PDF that is to last (PDF/A-2a) and that a screen reader can read
/// (PDF/UA-1). It knows its own fonts and opens nothing else: no file, no address.
final class Press {

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    // the head of a TrueType file
    private static final int TABLES = 4;
    private static final int FIRST_TABLE = 12;
    private static final int TABLE_ENTRY = 16;
    private static final int SUBSTITUTIONS = 0x47535542; // GSUB
    private static final int UNKNOWN = 0x47535558; // GSUX

    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private final byte[] latin = font("NotoSans_400Regular");
    private final byte[] latinBold = font("NotoSans_700Bold");
    private final byte[] plainLatin = withoutSubstitutions(latin);
    private final byte[] plainLatinBold = withoutSubstitutions(latinBold);
    private final byte[] arabic = font("NotoSansArabic_400Regular");
    private final byte[] arabicBold = font("NotoSansArabic_700Bold");

    Press() {
        XRLog.setLoggingEnabled(false);
        // each document has a description in XML, whose reader and writer would be looked for in
        // every archive of the class path, signatures and all, each time: a quarter of its cost
        always(TransformerFactory.class, TransformerFactory.newDefaultInstance());
        always(DocumentBuilderFactory.class, DocumentBuilderFactory.newDefaultInstance());
        always(SAXParserFactory.class, SAXParserFactory.newDefaultInstance());
    }

    private static void always(Class<?> factory, Object made) {
        if (System.getProperty(factory.getName()) == null) {
            System.setProperty(factory.getName(), made.getClass().getName());
        }
    }

    byte[] print(String html) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(colours);
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.useUnicodeLineBreaker(new LineBreak());
        builder.defaultTextDirection(TextDirection.LTR);
        builder.withProducer("Work in France");
        boolean plain = html.codePoints().noneMatch(Press::devanagari);
        use(builder, plain ? plainLatin : latin, "Noto Sans", REGULAR);
        use(builder, plain ? plainLatinBold : latinBold, "Noto Sans", BOLD);
        use(builder, arabic, "Noto Sans Arabic", REGULAR);
        use(builder, arabicBold, "Noto Sans Arabic", BOLD);
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, _) -> inside(uri), when);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            builder.withHtmlContent(html, "").toStream(out).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// Images are written into the page itself; anything else would be a call to the outside.
    private static boolean inside(String uri) {
        return uri.toLowerCase(Locale.ROOT).startsWith("data:image/png;base64,");
    }

    private static void use(PdfRendererBuilder builder, byte[] font, String family, int weight) {
        builder.useFont(
                () -> new ByteArrayInputStream(font), family, weight, FontStyle.NORMAL, true);
    }

    private static boolean devanagari(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.DEVANAGARI;
    }

    /// The font as if it could not join letters, by another name for the table that says how. Of
    /// the scripts of Noto Sans, the printer only joins those of Devanagari, and looks for them in
    /// every word: without it, other documents are the same, made in less than half the time.
    private static byte[] withoutSubstitutions(byte[] font) {
        byte[] plain = font.clone();
        ByteBuffer tables = ByteBuffer.wrap(plain);
        int count = tables.getShort(TABLES);
        for (int i = 0; i < count; i++) {
            int entry = FIRST_TABLE + i * TABLE_ENTRY;
            if (tables.getInt(entry) == SUBSTITUTIONS) {
                tables.putInt(entry, UNKNOWN);
            }
        }
        return plain;
    }

    private static byte[] font(String name) {
        try (InputStream in = Press.class.getResourceAsStream("/deed/" + name + ".ttf")) {
            if (in == null) {
                throw new IllegalStateException(
                        "font " + name + " is missing: the build takes it from npm");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
