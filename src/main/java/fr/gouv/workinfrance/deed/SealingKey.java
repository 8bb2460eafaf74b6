package fr.gouv.workinfrance.deed;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyStore.PasswordProtection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Date;
import java.util.List;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/// The private key that seals, and its certificate.
final class SealingKey {

    private static final String SETTING = "wif.deed.keystore";
    private static final String DEMO = "demo:";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Pkcs12SignatureToken token;
    private final DSSPrivateKeyEntry entry;
    private final boolean demo;

    private SealingKey(Pkcs12SignatureToken token, DSSPrivateKeyEntry entry, boolean demo) {
        this.token = token;
        this.entry = entry;
        this.demo = demo;
    }

    /// Opens the key store.
    ///
    /// @throws IllegalStateException naming the setting when it cannot be opened, or when its
    ///   certificate is not valid at `now`
    static SealingKey of(DeedSettings settings, Instant now) {
        boolean demo = settings.keystore().startsWith(DEMO);
        String base64 = demo ? settings.keystore().substring(DEMO.length()) : settings.keystore();
        SealingKey key = open(base64.strip(), settings.password(), demo);
        CertificateToken certificate = key.entry.getCertificate();
        if (!certificate.isValidOn(Date.from(now))) {
            throw new IllegalStateException(
                    SETTING
                            + ": its certificate is valid from "
                            + certificate.getNotBefore().toInstant()
                            + " to "
                            + certificate.getNotAfter().toInstant()
                            + " only");
        }
        return key;
    }

    private static SealingKey open(String base64, String password, boolean demo) {
        try {
            Pkcs12SignatureToken token =
                    new Pkcs12SignatureToken(
                            Base64.getDecoder().decode(base64),
                            new PasswordProtection(password.toCharArray()));
            List<DSSPrivateKeyEntry> keys = token.getKeys();
            if (keys.size() != 1) {
                throw new IllegalStateException(
                        SETTING + " holds " + keys.size() + " private keys instead of one");
            }
            return new SealingKey(token, keys.getFirst(), demo);
        } catch (IllegalArgumentException | eu.europa.esig.dss.model.DSSException e) {
            throw new IllegalStateException(
                    SETTING + " is not a PKCS#12 file in base64 that its password opens", e);
        }
    }

    Seal seal() {
        CertificateToken certificate = entry.getCertificate();
        return new Seal(
                commonName(certificate.getSubject().getRFC2253()),
                demo || certificate.isSelfIssued(),
                LocalDate.ofInstant(certificate.getNotAfter().toInstant(), PARIS));
    }

    /// Adds a seal after the very bytes of `pdf`, which stay as they are.
    ///
    /// @param reason as a PDF reader shows it
    byte[] seal(byte[] pdf, String reason, Instant at) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(entry.getCertificate());
        parameters.setCertificateChain(entry.getCertificateChain());
        parameters.bLevel().setSigningDate(Date.from(at));
        parameters.setReason(reason);
        // Trusting nothing on purpose: a verifier that trusted this certificate would leave it out
        // of the seal, and nobody could check it.
        PAdESService service = new PAdESService(new CommonCertificateVerifier());
        InMemoryDocument document = new InMemoryDocument(pdf);
        ToBeSigned toSign = service.getDataToSign(document, parameters);
        SignatureValue value = token.sign(toSign, parameters.getDigestAlgorithm(), entry);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            service.signDocument(document, parameters, value).writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String commonName(String distinguishedName) {
        try {
            for (Rdn part : new LdapName(distinguishedName).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    return String.valueOf(part.getValue());
                }
            }
        } catch (InvalidNameException _) {
            return distinguishedName;
        }
        return distinguishedName;
    }
}
