package fr.gouv.workinfrance.demo;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/// Secrets of the demonstration and of the tests, made at the first start and kept in the data
/// folder. Each begins with `demo:`, which its reader strips, and which production refuses.
///
/// They stand where the environment would give them (`WIF_JOURNAL_SIGNING_KEY`…): application.yaml
/// says which setting reads which.
public final class DemoSecrets implements EnvironmentPostProcessor {

    private static final String PREFIX = "demo:";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication app) {
        boolean test = environment.acceptsProfiles(Profiles.of("test"));
        if (!test && !environment.acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        Properties secrets;
        try {
            secrets = test ? OfTests.SECRETS : kept(environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> properties =
                secrets.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        entry -> (String) entry.getKey(),
                                        entry -> PREFIX + entry.getValue()));
        // last, so that what the environment says wins
        environment.getPropertySources().addLast(new MapPropertySource("demo secrets", properties));
    }

    private static final class OfTests {
        private static final Properties SECRETS = make();
    }

    private static Properties kept(ConfigurableEnvironment environment) throws IOException {
        DemoFolder folder = DemoFolder.of(environment);
        Path file = folder.secrets();
        Properties secrets = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                secrets.load(reader);
            }
        }
        Properties made = make();
        if (secrets.keySet().containsAll(made.keySet())) {
            return secrets;
        }
        // a version that asks for one more secret keeps those that the data was written with
        made.forEach(secrets::putIfAbsent);
        Path fresh =
                Files.createTempFile(
                        folder.path(),
                        "secrets",
                        null,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(fresh)) {
            secrets.store(writer, "Demonstration secrets: never use them anywhere else");
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        return secrets;
    }

    private static Properties make() {
        try {
            AeadConfig.register();
            SignatureConfig.register();
            Properties secrets = new Properties();
            secrets.setProperty(
                    "WIF_JOURNAL_SIGNING_KEY", keyset(PredefinedSignatureParameters.ED25519));
            secrets.setProperty("WIF_MAIL_KEY", keyset(PredefinedAeadParameters.AES256_GCM));
            secrets.setProperty(
                    "WIF_DOCUMENT_MASTER_KEY", keyset(PredefinedAeadParameters.AES256_GCM));
            byte[] pepper = new byte[32];
            new SecureRandom().nextBytes(pepper);
            secrets.setProperty("WIF_ACCESS_PEPPER", Base64.getEncoder().encodeToString(pepper));
            secrets.setProperty("WIF_DEED_KEYSTORE", DemoSeal.keystore());
            secrets.setProperty("WIF_DEED_KEYSTORE_PASSWORD", DemoSeal.PASSWORD);
            return secrets;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String keyset(Parameters parameters) throws GeneralSecurityException {
        String json =
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        KeysetHandle.generateNew(parameters, RegistryConfiguration.get()),
                        RegistryConfiguration.get(),
                        InsecureSecretKeyAccess.get());
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
