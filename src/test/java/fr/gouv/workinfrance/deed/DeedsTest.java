package fr.gouv.workinfrance.deed;

import static fr.gouv.workinfrance.deed.Conformance.assertConforms;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

/// Official documents as they come out of the press, judged by the validator that archives use.
class DeedsTest {
    private final Deeds deeds = Samples.deeds(Samples.SEAL, "plain", Samples.NOW);

    @ParameterizedTest
    @ValueSource(strings = {"plain", "state"})
    void a_document_lasts_and_can_be_read_aloud_in_both_brands(String brand) throws Exception {
        byte[] pdf = Samples.sample(Samples.deeds(Samples.SEAL, brand, Samples.NOW)).bytes();

        keep("sample-" + brand, pdf);
        assertConforms(pdf);
    }

    @Test
    void a_sealed_document_still_lasts_and_can_be_read_aloud() throws Exception {
        byte[] sealed = deeds.seal(Samples.sample(deeds).bytes(), "Décision");

        keep("sealed", sealed);
        assertConforms(sealed);
    }

    @Test
    void the_names_of_the_world_are_written_with_their_own_letters() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(Samples.sample(deeds).bytes())) {
            String text = new PDFTextStripper().getText(pdf);
            TreeSet<String> fonts = new TreeSet<>();
            for (COSName name : pdf.getPage(0).getResources().getFontNames()) {
                PDFont font = pdf.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                fonts.add(font.getName().replaceFirst("^[A-Z]+\\+", ""));
            }

            assertThat(text)
                    .contains("Ɓalarabe Ɖɔ Nguyễn Thị Ánh Tuyết", "Łukasz Żółć", "Иван Петров")
                    .doesNotContain("#");
            assertThat(fonts).anyMatch(name -> name.contains("Arabic"));
        }
    }

    @Test
    void a_character_without_a_glyph_does_not_stop_the_document() throws Exception {
        byte[] pdf = Samples.render(deeds, "王小明 ᚠ", Samples.content("王小明 ᚠ")).bytes();

        assertConforms(pdf);
    }

    @Test
    void hostile_text_stays_text_and_nothing_outside_is_opened() throws Exception {
        String hostile =
                "<img src='file:///etc/passwd'/> =1+1 \u202Egnp.exe\u202C </dd></dl> &amp; {0}";

        byte[] pdf = Samples.render(deeds, "Attestation", Samples.content(hostile)).bytes();

        assertConforms(pdf);
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(read)).contains("file:///etc/passwd", "&amp;");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "http://127.0.0.1:9/x.png",
                "jar:file:/x.jar!/x.png",
                "classpath:/x.png",
                "data:text/html;base64,PGI+"
            })
    void the_press_opens_nothing_but_images_written_in_the_page(String address) throws Exception {
        Content image = out -> out.writeContent("<p><img alt=\"x\" src=\"" + address + "\" /></p>");

        try (PDDocument pdf = Loader.loadPDF(Samples.render(deeds, "Attestation", image).bytes())) {
            assertThat(pdf.getPage(0).getResources().getXObjectNames()).isEmpty();
        }
    }

    @Test
    void the_hash_is_that_of_the_bytes() throws Exception {
        Rendered rendered = Samples.sample(deeds);

        assertThat(rendered.sha256())
                .isEqualTo(
                        java.util.HexFormat.of()
                                .formatHex(
                                        java.security.MessageDigest.getInstance("SHA-256")
                                                .digest(rendered.bytes())));
    }

    /// Kept beside the reports of the tests, for eyes.
    private static void keep(String name, byte[] pdf) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "deeds"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
    }
}
