package fr.gouv.workinfrance.document;

import static fr.gouv.workinfrance.document.Reception.Reason.PROTECTED;
import static fr.gouv.workinfrance.document.Reception.Reason.TOO_COMPLEX;
import static fr.gouv.workinfrance.document.Reception.Reason.UNREADABLE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/// What can be opened, and what it looks like.
class SheetsTest {

    @Test
    void pages_are_counted() throws Exception {
        assertThat(Sheets.of(FileType.PDF, Made.pdf(3, "x")).pages()).isEqualTo(3);
        assertThat(Sheets.of(FileType.PNG, Made.image("png", 5, 5)).pages()).isEqualTo(1);
        assertThat(Sheets.of(FileType.WEBP, Made.webp()).pages()).isEqualTo(1);
    }

    @Test
    void a_pdf_that_opens_by_itself_is_read_even_when_its_author_forbids_to_change_it()
            throws Exception {
        assertThat(Sheets.of(FileType.PDF, Made.pdf(1, "x", "owner", "")).pages()).isEqualTo(1);
    }

    static Stream<Arguments> refused() {
        byte[] jpeg = Made.image("jpeg", 300, 300);
        byte[] png = Made.image("png", 300, 300);
        byte[] pdf = Made.ascii("%PDF-1.7\nnothing more\n");
        return Stream.of(
                Arguments.of(FileType.PDF, Made.pdf(1, "x", "owner", "secret"), PROTECTED),
                Arguments.of(FileType.PDF, pdf, UNREADABLE),
                Arguments.of(FileType.PDF, Made.pdf(501, ""), TOO_COMPLEX),
                Arguments.of(FileType.PDF, Made.pdfBomb(60), TOO_COMPLEX),
                Arguments.of(FileType.PNG, Made.pngBomb(60_000, 60_000), TOO_COMPLEX),
                Arguments.of(FileType.PNG, Made.pngBomb(1, 60_000), TOO_COMPLEX),
                Arguments.of(FileType.PNG, Made.pngBomb(7_000, 7_000), UNREADABLE),
                Arguments.of(FileType.PNG, half(png), UNREADABLE),
                Arguments.of(FileType.JPEG, half(jpeg), UNREADABLE),
                Arguments.of(FileType.WEBP, half(Made.webp()), UNREADABLE));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_cannot_be_shown_is_refused(FileType type, byte[] content, Reception.Reason reason) {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> Sheets.of(type, content).pages());

        assertThat(refusal).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
    }

    @Test
    void a_page_is_drawn_no_wider_than_a_screen() throws Exception {
        BufferedImage drawn = drawn(pdf(Made.pdf(2, "LISIBLE")), 2);

        assertThat(drawn.getWidth()).isEqualTo(1400);
        assertThat(drawn.getHeight()).isBetween(1811, 1813);
        assertThat(darkPixels(drawn)).isGreaterThan(1000);
    }

    @Test
    void a_giant_page_is_drawn_small() throws Exception {
        BufferedImage drawn = drawn(pdf(giant(14_400, 14_400)), 1);

        assertThat(drawn.getWidth()).isEqualTo(1400);
        assertThat(drawn(pdf(giant(200, 14_400)), 1).getHeight()).isEqualTo(4200);
    }

    @Test
    void a_large_image_is_made_small_and_a_small_one_left() throws Exception {
        assertThat(drawn(new ImageSheet(Made.image("png", 6000, 3000)), 1).getWidth())
                .isEqualTo(1400);
        assertThat(drawn(new ImageSheet(Made.webp()), 1).getWidth()).isEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource({"1, 60, 40", "3, 60, 40", "6, 40, 60", "8, 40, 60"})
    void a_photograph_stands_upright(int orientation, int width, int height) throws Exception {
        BufferedImage drawn = drawn(new ImageSheet(Made.turnedJpeg(orientation, "")), 1);

        assertThat(drawn.getWidth()).isEqualTo(width);
        assertThat(drawn.getHeight()).isEqualTo(height);
        boolean redFirst =
                switch (orientation) {
                    case 1 -> red(drawn, 30, 5);
                    case 3 -> red(drawn, 30, 35);
                    case 6 -> red(drawn, 35, 30);
                    default -> red(drawn, 5, 30);
                };
        assertThat(redFirst).isTrue();
    }

    @Test
    void a_preview_does_not_tell_where_a_photograph_was_taken() throws Exception {
        byte[] png = new ImageSheet(Made.turnedJpeg(1, "48.8566N 2.3522E")).preview(1);

        assertThat(new String(png, StandardCharsets.ISO_8859_1)).doesNotContain("48.8566N");
    }

    @ParameterizedTest
    @CsvSource({"0", "9", "300", "-1"})
    void an_orientation_that_makes_no_sense_is_not_followed(int orientation) {
        assertThat(ExifOrientation.of(Made.turnedJpeg(orientation, ""))).isEqualTo(1);
    }

    @Test
    void exif_cut_anywhere_is_survived() {
        byte[] jpeg = Made.turnedJpeg(6, "");
        for (int length = 0; length < 60; length++) {
            assertThat(ExifOrientation.of(Arrays.copyOf(jpeg, length))).isBetween(1, 8);
        }
    }

    @Test
    void a_page_that_takes_too_long_is_given_up() throws Exception {
        byte[] busy = Made.pdfDrawing("0 0 600 800 re f ".repeat(300_000));
        PdfSheets sheets = new PdfSheets(busy, Duration.ofMillis(50));
        long start = System.nanoTime();

        assertThat(sheets.pages()).isEqualTo(1);
        assertThatThrownBy(() -> sheets.preview(1)).isInstanceOf(Refusal.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Sheets.PATIENCE);
    }

    @Test
    void a_page_that_holds_a_giant_image_is_given_up() throws Exception {
        PdfSheets sheets = pdf(Made.pdfWithImage(9_000, 9_000));

        assertThat(sheets.pages()).isEqualTo(1);
        assertThatThrownBy(() -> sheets.preview(1)).isInstanceOf(Refusal.class);
    }

    private static PdfSheets pdf(byte[] content) throws Refusal {
        return new PdfSheets(content, Sheets.PATIENCE);
    }

    private static byte[] half(byte[] content) {
        return Arrays.copyOf(content, content.length / 2);
    }

    private static byte[] giant(float width, float height) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage(new PDRectangle(width, height)));
            var out = new java.io.ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static BufferedImage drawn(Sheets sheets, int page) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(sheets.preview(page)));
    }

    private static boolean red(BufferedImage image, int x, int y) {
        int rgb = image.getRGB(x, y);
        return (rgb >> 16 & 0xFF) > 150 && (rgb & 0xFF) < 100;
    }

    private static long darkPixels(BufferedImage image) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xFF) < 100) {
                    count++;
                }
            }
        }
        return count;
    }
}
