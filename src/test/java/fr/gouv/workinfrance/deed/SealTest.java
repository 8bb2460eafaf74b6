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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;

/// The seal, judged by the validator of the European Commission.
class SealTest {
    private final Deeds deeds = Samples.deeds(Samples.SEAL, "plain", Samples.NOW);

    @Test
    void a_seal_is_added_after_the_very_bytes_that_were_signed_off() {
        byte[] pdf = Samples.sample(deeds).bytes();

        byte[] sealed = deeds.seal(pdf, "Décision");

        assertThat(sealed.length).isGreaterThan(pdf.length);
        assertThat(Arrays.copyOf(sealed, pdf.length)).isEqualTo(pdf);
    }

    @Test
    void a_seal_is_found_valid_by_the_european_validator() throws Exception {
        SimpleReport report = validate(deeds.seal(Samples.sample(deeds).bytes(), "Décision"));

        assertThat(report.getIndication(report.getFirstSignatureId()))
                .isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.getBestSignatureTime(report.getFirstSignatureId())).isNotNull();
        assertThat(report.getSigningTime(report.getFirstSignatureId()).toInstant())
                .isEqualTo(Samples.NOW);
    }

    @Test
    void one_byte_changed_under_the_seal_is_found_out() throws Exception {
        byte[] sealed = deeds.seal(Samples.sample(deeds).bytes(), "Décision");
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
        String keystore = Samples.SEAL.keystore().substring("demo:".length());

        Deeds bare =
                Samples.deeds(new DeedSettings(keystore, TestSeals.PASSWORD), "plain", Samples.NOW);

        assertThat(bare.seal().test()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo:", "not base64 at all", "demo:bm90IGEga2V5IHN0b3Jl"})
    void a_key_store_that_does_not_open_stops_the_start_and_is_named(String keystore) {
        assertThatThrownBy(
                        () -> Samples.deeds(new DeedSettings(keystore, "x"), "plain", Samples.NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wif.deed.keystore");
    }

    @Test
    void a_wrong_password_stops_the_start_and_is_not_repeated() {
        DeedSettings wrong = new DeedSettings(Samples.SEAL.keystore(), "guessed");

        assertThatThrownBy(() -> Samples.deeds(wrong, "plain", Samples.NOW))
                .hasMessageContaining("wif.deed.keystore")
                .hasMessageNotContaining("guessed");
        assertThat(wrong.toString()).doesNotContain("guessed");
    }

    @ParameterizedTest
    @ValueSource(longs = {-2, 401})
    void a_certificate_out_of_its_dates_stops_the_start_and_is_named(long day) {
        Instant then = Samples.NOW.plus(Duration.ofDays(day));

        assertThatThrownBy(() -> Samples.deeds(Samples.SEAL, "plain", then))
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
        Clock later = Clock.fixed(Samples.NOW.plus(Duration.ofDays(day)), ZoneOffset.UTC);
        return new SealHealth(deeds, later).health();
    }

    private static SimpleReport validate(byte[] sealed) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        byte[] bytes =
                Base64.getDecoder().decode(Samples.SEAL.keystore().substring("demo:".length()));
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
        validator.setValidationTime(java.util.Date.from(Samples.NOW.plus(Duration.ofDays(1))));
        return validator.validateDocument().getSimpleReport();
    }
}
