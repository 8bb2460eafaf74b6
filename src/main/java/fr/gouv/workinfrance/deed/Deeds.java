package fr.gouv.workinfrance.deed;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

import javax.imageio.ImageIO;

/// The one way to make an official document: render it, then seal those very bytes.
@Component
public class Deeds {

    private static final int QR_MODULE = 4;
    private static final int QR_MARGIN = 4;

    private final TemplateEngine templates;
    private final MessageSource words;
    private final Clock clock;
    private final boolean state;
    private final SealingKey key;
    private final Press press = new Press();

    Deeds(
            TemplateEngine templates,
            MessageSource words,
            Clock clock,
            DeedSettings settings,
            @Value("${wif.brand:plain}") String brand) {
        this.templates = templates;
        this.words = words;
        this.clock = clock;
        this.state = brand.equals("state");
        this.key = SealingKey.of(settings, clock.instant());
    }

    /// Prints a template as a PDF/A-2a and PDF/UA-1, 20 ms of one core once warm. Two prints of the
    /// same model differ (a PDF bears the time it was made): keep the bytes that were shown.
    ///
    /// @param template `src/main/jte/deed/<template>.jte`, which declares `@param Sheet sheet`
    /// @param model the other parameters of the template, by name
    /// @param title of the document, in its language
    public Rendered render(
            String template, Map<String, Object> model, Locale language, String title) {
        Map<String, Object> parameters = new HashMap<>(model);
        parameters.put("sheet", new Sheet(title, language, state, seal(), words));
        StringOutput html = new StringOutput();
        templates.render("deed/" + template + ".jte", parameters, html);
        byte[] pdf = press.print(html.toString());
        return new Rendered(pdf, sha256(pdf));
    }

    /// Seals a rendered document (PAdES baseline B) in some 5 ms: the result begins with the very
    /// bytes given.
    ///
    /// @param reason of the seal, as a PDF reader shows it
    public byte[] seal(byte[] pdf, String reason) {
        return key.seal(pdf, reason, clock.instant());
    }

    /// The seal in use.
    public Seal seal() {
        return key.seal();
    }

    /// Draws an address as a QR code, for the `src` of an image: it can still be read when a
    /// seventh of it is damaged (level M).
    public static String qr(String url) {
        try {
            BitMatrix squares =
                    new QRCodeWriter()
                            .encode(
                                    url,
                                    BarcodeFormat.QR_CODE,
                                    0,
                                    0,
                                    Map.of(
                                            EncodeHintType.ERROR_CORRECTION,
                                            ErrorCorrectionLevel.M,
                                            EncodeHintType.MARGIN,
                                            QR_MARGIN,
                                            EncodeHintType.CHARACTER_SET,
                                            "UTF-8"));
            int side = squares.getWidth() * QR_MODULE;
            BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
            WritableRaster pixels = image.getRaster();
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    boolean black = squares.get(x / QR_MODULE, y / QR_MODULE);
                    pixels.setSample(x, y, 0, black ? 0 : 1);
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + url.length(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
