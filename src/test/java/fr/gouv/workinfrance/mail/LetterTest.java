package fr.gouv.workinfrance.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.gouv.workinfrance.document.DocumentId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

class LetterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@x.fr\r\nBcc: all@x.fr",
                "a@x.fr\nSubject: other",
                "a@x.fr, b@x.fr",
                "Name <a@x.fr>",
                "a b@x.fr",
                "a@x.fr ",
                "@x.fr",
                "a@",
                "a",
                ""
            })
    void an_address_that_could_write_headers_or_reach_several_people_is_refused(String to) {
        assertThatIllegalArgumentException().isThrownBy(() -> letter(to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@x.fr", "o'neil+work@sub.example.org", "x_y-z@localhost"})
    void an_ordinary_address_is_taken(String to) {
        assertThat(letter(to).to()).isEqualTo(to);
    }

    @Test
    void a_letter_says_neither_to_whom_nor_what_when_it_is_logged() {
        assertThat(letter("a@x.fr")).hasToString("Letter[key, code]");
        assertThat(composed("secret", List.of()).toString()).doesNotContain("secret", "a@x.fr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: all@x.fr", "a\nb", "", " ", "a\u0000b", "a\u0085b"})
    void a_subject_that_could_write_headers_is_refused(String subject) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Composed("a@x.fr", "fr", subject, "a", "<p>a</p>", List.of()));
    }

    @Test
    void a_composed_letter_comes_back_whole_from_its_bytes() {
        var letter =
                composed(
                        "Été",
                        List.of(
                                enclosure("Accusé 1.pdf", "application/pdf", 31_337),
                                enclosure("b.png", "image/png", 1)));

        assertThat(Composed.of(letter.bytes())).isEqualTo(letter);
    }

    @Test
    void a_letter_that_was_packed_otherwise_is_not_taken_for_another() {
        byte[] former = composed("Objet", List.of()).bytes();
        former[0] = 2;
        assertThatIllegalArgumentException().isThrownBy(() -> Composed.of(former));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", ".pdf", "a\r\nX: y.pdf", "a\"b.pdf", "../a.pdf", "a\u202efdp.exe"})
    void a_file_whose_name_could_write_headers_or_deceive_is_refused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> enclosure(name, "application/pdf", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pdf", "application/pdf; name=x", "text/html\r\nX: y"})
    void a_file_whose_type_could_write_headers_is_refused(String type) {
        assertThatIllegalArgumentException().isThrownBy(() -> enclosure("a.pdf", type, 1));
    }

    @Test
    void what_a_letter_encloses_is_bounded_file_by_file_and_in_all() {
        var half = enclosure("a.pdf", "application/pdf", Enclosure.MOST / 2);

        assertThat(letter("a@x.fr").enclosing(List.of(half, half)).enclosures()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> letter("a@x.fr").enclosing(List.of(half, half, half)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> enclosure("a.pdf", "application/pdf", Enclosure.MOST + 1));
    }

    @Test
    void tries_are_spread_over_most_of_a_day_then_end() {
        var backoff = new Backoff(12);
        var total = Duration.ZERO;
        for (int attempt = 1; attempt < 12; attempt++) {
            assertThat(backoff.exhausted(attempt)).isFalse();
            total = total.plus(backoff.after(attempt));
        }
        assertThat(backoff.after(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(backoff.after(2)).isEqualTo(Duration.ofMinutes(2));
        assertThat(backoff.after(40)).isEqualTo(Duration.ofHours(6));
        assertThat(total).isBetween(Duration.ofHours(20), Duration.ofHours(24));
        assertThat(backoff.exhausted(12)).isTrue();
    }

    private static Composed composed(String subject, List<Enclosure> enclosures) {
        return Composed.of(
                "a@x.fr",
                "fr",
                "<html><head><title>" + subject + "</title></head><body>é 你好</body></html>",
                enclosures);
    }

    private static Enclosure enclosure(String name, String mediaType, long size) {
        return new Enclosure(new DocumentId(UUID.randomUUID()), name, mediaType, size);
    }

    private static Letter letter(String to) {
        return new Letter("key", to, Locale.FRENCH, "code", Map.of());
    }
}
