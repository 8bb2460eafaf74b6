package fr.gouv.workinfrance.demo;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

/// The seal of the demonstration: it vouches for itself, and says that it is worth nothing.
final class DemoSeal {

    /// Protects nothing: it is kept beside the key.
    static final String PASSWORD = "demonstration";

    private static final String NAME = "CN=Work in France (cachet de test sans valeur),C=FR";

    // Wide and fixed, because no clock is there yet when secrets are made, and tests move theirs.
    private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2049-12-31T12:00:00Z");

    private DemoSeal() {}

    /// A PKCS#12 key store, in base64.
    static String keystore() throws GeneralSecurityException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            X500Name name = new X500Name(NAME);
            JcaX509v3CertificateBuilder certificate =
                    new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.ONE,
                            Date.from(FROM),
                            Date.from(UNTIL),
                            name,
                            keys.getPublic());
            certificate.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            Certificate signed =
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    certificate.build(
                                            new JcaContentSignerBuilder("SHA256withECDSA")
                                                    .build(keys.getPrivate())));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            char[] password = PASSWORD.toCharArray();
            store.setKeyEntry("seal", keys.getPrivate(), password, new Certificate[] {signed});
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            return Base64.getEncoder().encodeToString(out.toByteArray());
        } catch (OperatorCreationException | CertIOException e) {
            throw new GeneralSecurityException(e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
