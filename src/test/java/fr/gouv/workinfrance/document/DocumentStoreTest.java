package fr.gouv.workinfrance.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Subject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import java.io.ByteArrayInputStream;
import java.util.UUID;

import javax.imageio.ImageIO;

/// The store and the key as the whole house puts them together.
@WifTest
class DocumentStoreTest {

    @Autowired Documents documents;

    @Test
    void the_settings_of_the_house_receive_and_hand_back() {
        byte[] pdf = Made.pdf(1, "x");
        Actor someone = Actor.visitor();

        Reception reception =
                documents.store(new ByteArrayInputStream(pdf), "x.pdf", pdf.length, someone);

        assertThat(reception).isInstanceOf(Reception.Received.class);
        DocumentId id = ((Reception.Received) reception).document().id();
        Subject on = new Subject("dossier", UUID.randomUUID().toString());
        assertThat(documents.read(id, someone, on)).isEqualTo(pdf);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wif.document.folder", "wif.document.master-key"})
    void a_setting_that_is_missing_stops_the_start_and_is_named(String missing) {
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withPropertyValues(
                        "wif.document.folder=target/x", "wif.document.master-key=x", missing + "=")
                .run(
                        context ->
                                assertThat(context.getStartupFailure())
                                        .rootCause()
                                        .hasMessageContaining(
                                                missing.endsWith("folder")
                                                        ? "'folder'"
                                                        : "'masterKey'"));
    }

    @Test
    void the_scans_of_office_copiers_and_the_images_of_telephones_can_be_decoded() {
        for (String format : new String[] {"JBIG2", "webp", "jpeg", "png"}) {
            assertThat(ImageIO.getImageReadersByFormatName(format).hasNext()).as(format).isTrue();
        }
    }

    @EnableConfigurationProperties(
            DocumentSettings.class) // no @Configuration: the house is not made of it
    static class Settings {}
}
