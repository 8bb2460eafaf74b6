package fr.gouv.workinfrance.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

class MasterKeyTest {

    private final DocumentId id = new DocumentId(UUID.randomUUID());

    @Test
    void a_document_opens_with_the_key_that_was_made_for_it() throws Exception {
        MasterKey master = MasterKey.of(setting(keys()));
        DocumentKey key = master.fresh(id);
        byte[] encrypted = encrypted(key, "marque secrète");

        assertThat(new String(encrypted, StandardCharsets.UTF_8)).doesNotContain("marque");
        assertThat(decrypted(master.unwrap(id, key.wrapped()), encrypted))
                .isEqualTo("marque secrète");
    }

    @Test
    void documents_of_before_still_open_once_the_master_key_is_renewed() throws Exception {
        KeysetHandle old = keys();
        DocumentKey before = MasterKey.of(setting(old)).fresh(id);
        byte[] encrypted = encrypted(before, "d'avant");
        KeysetHandle both =
                KeysetHandle.newBuilder(old)
                        .addEntry(
                                KeysetHandle.generateEntryFromParameters(
                                                PredefinedAeadParameters.AES256_GCM)
                                        .withRandomId()
                                        .makePrimary())
                        .build();
        MasterKey renewed = MasterKey.of(setting(both));

        assertThat(decrypted(renewed.unwrap(id, before.wrapped()), encrypted)).isEqualTo("d'avant");
        DocumentKey after = renewed.fresh(id);
        assertThatThrownBy(() -> MasterKey.of(setting(old)).unwrap(id, after.wrapped()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void another_master_key_opens_nothing_and_the_setting_is_named() throws Exception {
        DocumentKey.Wrapped wrapped = MasterKey.of(setting(keys())).fresh(id).wrapped();
        MasterKey other = MasterKey.of(setting(keys()));

        assertThatThrownBy(() -> other.unwrap(id, wrapped))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wif.document.master-key");
    }

    @Test
    void the_key_of_one_document_does_not_open_another() throws Exception {
        MasterKey master = MasterKey.of(setting(keys()));
        DocumentId other = new DocumentId(UUID.randomUUID());
        DocumentKey.Wrapped wrapped = master.fresh(id).wrapped();

        assertThatThrownBy(() -> master.unwrap(other, wrapped))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_demonstration_key_says_so_and_is_read_all_the_same() throws Exception {
        MasterKey.of("demo:" + setting(keys()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "demo:", "not base64 !", "bm90IGEga2V5c2V0", "e30="})
    void what_is_not_a_key_stops_the_start_and_is_named_but_not_shown(String setting) {
        assertThatThrownBy(() -> MasterKey.of(setting))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wif.document.master-key");
    }

    static KeysetHandle keys() throws GeneralSecurityException {
        AeadConfig.register();
        return KeysetHandle.generateNew(
                PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
    }

    static String setting(KeysetHandle keys) throws GeneralSecurityException {
        String json =
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] encrypted(DocumentKey key, String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var encrypting = key.encrypting(out)) {
            encrypting.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static String decrypted(DocumentKey key, byte[] encrypted) throws IOException {
        try (var in = key.decrypting(new ByteArrayInputStream(encrypted))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
