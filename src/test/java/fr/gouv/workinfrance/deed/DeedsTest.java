package fr.gouv.workinfrance.deed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// Official documents as they come out of the press and under the seal, judged by the validators
/// that archives and courts use.
class DeedsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:00Z");
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, null, "gg.jte.generated.precompiled");
    private static final DeedSettings SEAL =
            TestSeals.valid(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(400)));

    private final Deeds deeds = deeds(SEAL, "plain", NOW);

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "state"})
    void a_document_lasts_and_can_be_read_aloud_in_both_brands(String brand) throws Exception {
        byte[] pdf = sample(deeds(SEAL, brand, NOW)).bytes();

        keep("sample-" + brand, pdf);
        assertConforms(pdf);
    }

    @Test
    void a_sealed_document_still_lasts_and_can_be_read_aloud() throws Exception {
        byte[] sealed = deeds.seal(sample(deeds).bytes(), "Décision");

        keep("sealed", sealed);
        assertConforms(sealed);
    }

    @Test
    void the_names_of_the_world_are_written_with_their_own_letters() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(sample(deeds).bytes())) {
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
        byte[] pdf = render(deeds, "王小明 ᚠ", content("王小明 ᚠ")).bytes();

        assertConforms(pdf);
    }

    @Test
    void hostile_text_stays_text_and_nothing_outside_is_opened() throws Exception {
        String hostile =
                "<img src='file:///etc/passwd'/> =1+1 \u202Egnp.exe\u202C </dd></dl> &amp; {0}";

        byte[] pdf = render(deeds, "Attestation", content(hostile)).bytes();

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

        try (PDDocument pdf = Loader.loadPDF(render(deeds, "Attestation", image).bytes())) {
            assertThat(pdf.getPage(0).getResources().getXObjectNames()).isEmpty();
        }
    }

    @Test
    void the_hash_is_that_of_the_bytes() throws Exception {
        Rendered rendered = sample(deeds);

        assertThat(rendered.sha256())
                .isEqualTo(
                        java.util.HexFormat.of()
                                .formatHex(
                                        java.security.MessageDigest.getInstance("SHA-256")
                                                .digest(rendered.bytes())));
    }

    @Test
    void a_seal_is_added_after_the_very_bytes_that_were_signed_off() {
        byte[] pdf = sample(deeds).bytes();

        byte[] sealed = deeds.seal(pdf, "Décision");

        assertThat(sealed.length).isGreaterThan(pdf.length);
        assertThat(Arrays.copyOf(sealed, pdf.length)).isEqualTo(pdf);
    }

    @Test
    void a_seal_is_found_valid_by_the_european_validator() throws Exception {
        SimpleReport report = validate(deeds.seal(sample(deeds).bytes(), "Décision"));

        assertThat(report.getIndication(report.getFirstSignatureId()))
                .isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.getBestSignatureTime(report.getFirstSignatureId())).isNotNull();
        assertThat(report.getSigningTime(report.getFirstSignatureId()).toInstant()).isEqualTo(NOW);
    }

    @Test
    void one_byte_changed_under_the_seal_is_found_out() throws Exception {
        byte[] sealed = deeds.seal(sample(deeds).bytes(), "Décision");
        sealed[sealed.length / 8] ^= 1;

        SimpleReport report = validate(sealed);

        assertThat(report.getIndication(report.getFirstSignatureId()))
                .isEqualTo(Indication.TOTAL_FAILED);
        assertThat(report.getSubIndication(report.getFirstSignatureId()))
                .isEqualTo(SubIndication.HASH_FAILURE);
    }

    @Test
    void the_seal_says_who_seals_until_when_and_that_it_is_a_test() {
        assertThat(deeds.seal())
                .isEqualTo(
                        new Seal(
                                "Work in France - cachet de test",
                                true,
                                LocalDate.of(2027, 12, 28)));
    }

    @Test
    void a_seal_that_vouches_for_itself_is_a_test_whatever_the_setting_says() {
        String keystore = SEAL.keystore().substring("demo:".length());

        Deeds bare = deeds(new DeedSettings(keystore, TestSeals.PASSWORD), "plain", NOW);

        assertThat(bare.seal().test()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo:", "not base64 at all", "demo:bm90IGEga2V5IHN0b3Jl"})
    void a_key_store_that_does_not_open_stops_the_start_and_is_named(String keystore) {
        assertThatThrownBy(() -> deeds(new DeedSettings(keystore, "x"), "plain", NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wif.deed.keystore");
    }

    @Test
    void a_wrong_password_stops_the_start_and_is_not_repeated() {
        DeedSettings wrong = new DeedSettings(SEAL.keystore(), "guessed");

        assertThatThrownBy(() -> deeds(wrong, "plain", NOW))
                .hasMessageContaining("wif.deed.keystore")
                .hasMessageNotContaining("guessed");
        assertThat(wrong.toString()).doesNotContain("guessed");
    }

    @ParameterizedTest
    @ValueSource(longs = {-2, 401})
    void a_certificate_out_of_its_dates_stops_the_start_and_is_named(long day) {
        Instant then = NOW.plus(Duration.ofDays(day));

        assertThatThrownBy(() -> deeds(SEAL, "plain", then))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wif.deed.keystore");
    }

    @Test
    void a_seal_that_expires_within_thirty_days_shows_on_the_health_page() {
        assertThat(health(369).getDetails()).doesNotContainKey("warning");
        assertThat(health(370).getDetails()).containsEntry("warning", "renew the seal");
        assertThat(health(402).getStatus().getCode()).isEqualTo("UNKNOWN");
    }

    private org.springframework.boot.health.contributor.Health health(long day) {
        Clock later = Clock.fixed(NOW.plus(Duration.ofDays(day)), ZoneOffset.UTC);
        return new SealHealth(deeds, later).health();
    }

    static Deeds deeds(DeedSettings settings, String brand, Instant now) {
        var words = new ReloadableResourceBundleMessageSource();
        words.setBasename("classpath:messages");
        words.setDefaultEncoding("UTF-8");
        return new Deeds(TEMPLATES, words, Clock.fixed(now, ZoneOffset.UTC), settings, brand);
    }

    /// A document that uses every piece of `deed/`.
    private static Rendered sample(Deeds deeds) {
        return render(
                deeds,
                "Autorisation de travail",
                out -> {
                    content("Ɓalarabe Ɖɔ Nguyễn Thị Ánh Tuyết").writeTo(out);
                    piece(
                                    "signature",
                                    Map.of(
                                            "sheet",
                                                    new Sheet(
                                                            "",
                                                            Locale.FRENCH,
                                                            false,
                                                            deeds.seal(),
                                                            words()),
                                            "givenName", "Hélène",
                                            "surname", "Martin",
                                            "capacity",
                                                    "Cheffe du service de la main-d’œuvre"
                                                            + " étrangère",
                                            "service", "Préfecture de Paris",
                                            "dated", "Fait à Paris, le 23 novembre 2026"))
                            .writeTo(out);
                });
    }

    private static ReloadableResourceBundleMessageSource words() {
        var words = new ReloadableResourceBundleMessageSource();
        words.setBasename("classpath:messages");
        words.setDefaultEncoding("UTF-8");
        return words;
    }

    private static Content content(String name) {
        return out -> {
            piece(
                            "section",
                            Map.of(
                                    "title",
                                    "Salarié",
                                    "content",
                                    piece(
                                            "facts",
                                            Map.of(
                                                    "facts",
                                                    List.of(
                                                            new Fact("Nom et prénoms", name),
                                                            new Fact(
                                                                    "Nom en arabe",
                                                                    "محمد عبد الله"),
                                                            new Fact(
                                                                    "Autres",
                                                                    "Łukasz Żółć, Иван Петров"),
                                                            new Fact("Né le", "12 mars 2001"),
                                                            new Fact(
                                                                    "Nationalité",
                                                                    "tunisienne"))))))
                    .writeTo(out);
            piece(
                            "section",
                            Map.of(
                                    "title",
                                    "Emploi autorisé",
                                    "content",
                                    piece(
                                            "facts",
                                            Map.of(
                                                    "facts",
                                                    List.of(
                                                            new Fact(
                                                                    "Employeur",
                                                                    "Boulangerie Ben Saïd et fils"
                                                                            + " (SIRET 552 100 554"
                                                                            + " 00013)"),
                                                            new Fact(
                                                                    "Lieu de travail",
                                                                    "12 rue de la République, 75011"
                                                                            + " Paris"),
                                                            new Fact(
                                                                    "Métier et nature du contrat de"
                                                                            + " travail",
                                                                    "Boulanger, contrat de"
                                                                        + " professionnalisation"),
                                                            new Fact(
                                                                    "Période",
                                                                    "du 1er décembre 2026 au 30"
                                                                            + " novembre 2027"),
                                                            new Fact(
                                                                    "Durée du travail",
                                                                    "35 heures par semaine"))))))
                    .writeTo(out);
            piece(
                            "notice",
                            Map.of(
                                    "title",
                                    "Ce document vaut autorisation de travail",
                                    "content",
                                    (Content)
                                            o ->
                                                    o.writeContent(
                                                            "<p>Il doit être présenté à toute"
                                                                + " demande de l’inspection du"
                                                                + " travail (article R. 5221-1 du"
                                                                + " code du travail).</p>")))
                    .writeTo(out);
            piece(
                            "qr",
                            Map.of(
                                    "image",
                                    Deeds.qr(
                                            "https://exemple.gouv.fr/verifier?code=ABCDEFGHJKMNPQRSTVWXYZ2345"),
                                    "alt",
                                    "Code QR menant à la page de vérification, code ABCD",
                                    "content",
                                    (Content)
                                            o ->
                                                    o.writeContent(
                                                            "<p>Vérifiez cette autorisation en"
                                                                + " scannant ce code, ou à"
                                                                + " l’adresse"
                                                                + " exemple.gouv.fr/verifier avec"
                                                                + " le code :</p><p"
                                                                + " class=\"code\">ABCD-EFGH-JKMN-PQRS-TVWX-YZ23-45</p>")))
                    .writeTo(out);
        };
    }

    private static Content piece(String name, Map<String, Object> model) {
        return out -> TEMPLATES.render("deed/" + name + ".jte", model, out);
    }

    private static Rendered render(Deeds deeds, String title, Content content) {
        return deeds.render(
                "layout",
                Map.of(
                        "issuer",
                        List.of(
                                "Préfecture de Paris",
                                "Service de la main-d’œuvre étrangère",
                                "36 rue des Morillons, 75015 Paris"),
                        "reference",
                        "AT-7K4M-9QXR-3",
                        "dated",
                        "Paris, le 23 novembre 2026",
                        "content",
                        content),
                Locale.FRENCH,
                title);
    }

    private static void assertConforms(byte[] pdf) throws Exception {
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            try (var parser =
                            Foundries.defaultInstance()
                                    .createParser(new ByteArrayInputStream(pdf), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                assertThat(result.isCompliant())
                        .as(() -> flavour + ": " + result.getFailedChecks())
                        .isTrue();
            }
        }
    }

    private static SimpleReport validate(byte[] sealed) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        byte[] bytes = Base64.getDecoder().decode(SEAL.keystore().substring("demo:".length()));
        store.load(new ByteArrayInputStream(bytes), TestSeals.PASSWORD.toCharArray());
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(
                new CertificateToken(
                        (java.security.cert.X509Certificate) store.getCertificate("seal")));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        SignedDocumentValidator validator =
                SignedDocumentValidator.fromDocument(new InMemoryDocument(sealed));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(java.util.Date.from(NOW.plus(Duration.ofDays(1))));
        return validator.validateDocument().getSimpleReport();
    }

    /// Kept beside the reports of the tests, for eyes.
    private static void keep(String name, byte[] pdf) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "deeds"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
    }
}
