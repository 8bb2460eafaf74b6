package fr.gouv.workinfrance.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.language.Language;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;

class PackingTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_letter_of_every_day_waits_in_less_than_half_a_kilobyte(Language language) {
        Composed letter = complete(language);

        assertThat(letter.text().length() + letter.html().length()).isGreaterThan(2000);
        assertThat(letter.bytes()).hasSizeLessThan(400);
        assertThat(Composed.of(letter.bytes())).isEqualTo(letter);
    }

    @Test
    void whatever_is_packed_comes_back() {
        byte[] any = new byte[100_000];
        new Random(7).nextBytes(any);

        assertThat(Packing.unpacked(Packing.packed(any))).isEqualTo(any);
        assertThat(Packing.unpacked(Packing.packed(new byte[0]))).isEmpty();
    }

    @Test
    void the_words_by_which_letters_wait_are_those_of_their_number() throws Exception {
        byte[] words = Files.readAllBytes(Path.of("src/main/resources/mail/packing-3.txt"));

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words)))
                .as("letters that wait would not open any more: write another file")
                .isEqualTo("ae43e439dc2834c1678703c6fc533aac80cdb0cf8b2e9e47377f0dae1a27d59d");
    }

    private static Composed complete(Language language) {
        var words = new ReloadableResourceBundleMessageSource();
        words.setBasename("classpath:messages");
        words.setDefaultEncoding("UTF-8");
        return new Composer(
                        TemplateEngine.createPrecompiled(
                                null, ContentType.Html, null, "gg.jte.generated.precompiled"),
                        words,
                        "https://travail.example")
                .compose(
                        new Letter(
                                "key",
                                "employeur@exemple.fr",
                                language.locale(),
                                "complete",
                                Map.of(
                                        "reference", "W9AX-TUB4-DQ34",
                                        "link", "https://travail.example/dossiers/W9AX-TUB4-DQ34",
                                        "at", Instant.parse("2026-11-23T09:00:00Z"))));
    }
}
