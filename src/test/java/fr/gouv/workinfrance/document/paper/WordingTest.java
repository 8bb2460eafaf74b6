package fr.gouv.workinfrance.document.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A name is found however a document spells it, and only its absence is told.
class WordingTest {

    @ParameterizedTest
    @CsvSource({
        "Ndiaye, 'Madame NDIAYE Awa'",
        "Awa Fatou, 'Prénoms : FATOU, AWA'",
        "N’Diaye, 'Madame NDIAYE'",
        "Ndiaye, 'Madame N’DIAYE'",
        "N'Diaye, 'Madame N’Diaye'",
        "Müller, 'Herr MUELLER'",
        "Müller, 'HERR MULLER'",
        "Lefèvre-Dubois, 'M. LEFEVRE DUBOIS'",
        "Lefèvre Dubois, 'M. Lefèvre-Dubois'",
        "Łukasz, 'lukasz'",
        "de la Tour, 'M. DELATOUR'",
        "Œuvray, 'OEUVRAY'",
        "Ndiaye, 'P<SENNDIAYE<<AWA<FATOU<<<<<<<<<<<<<<<<<<<<<<'",
        "Awa Fatou, 'P < SENNDIAYE<<AWA<FATOU<<<<<<<<<<<<<<<<<<<<<<'",
        "Ndiaye, 'NDIAYE<<AWA<FATOU<<<<<<<<<<<<<'"
    })
    void a_name_is_found(String name, String text) {
        assertThat(Wording.names(name, Wording.of(text)::contains)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Ndiaye, 'Madame NDIAY Awa'",
        "Awa Fatou, 'Awa Ndiaye'",
        "Diaye, 'P<SENNDIAYE<<AWA<FATOU<<<<<<<<<<<<<<<<<<<<<<'",
        "Sen, 'PXSENNDIAYE'"
    })
    void another_one_is_not(String name, String text) {
        assertThat(Wording.names(name, Wording.of(text)::contains)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "A"})
    void what_is_hardly_a_name_is_never_missing(String name) {
        assertThat(Wording.names(name, _ -> false)).isTrue();
    }

    @Test
    void a_document_is_said_to_lack_a_name_only_when_all_of_it_was_read() {
        String contract = text(200) + " Ndiaye";
        assertThat(paper(Reading.of(1, List.of(), List.of(contract))).lacks("Ndiaye")).isFalse();
        assertThat(paper(Reading.of(1, List.of(), List.of(contract))).lacks("Diop")).isTrue();
        assertThat(paper(Reading.of(2, List.of(), List.of(contract))).lacks("Diop"))
                .as("one page of two was read")
                .isFalse();
        assertThat(paper(Reading.of(1, List.of(), List.of("Scanned by X"))).lacks("Diop"))
                .as("a scan has no text")
                .isFalse();
        assertThat(paper(Reading.of(1, List.of(), List.of(text(5_000)))).lacks("Diop"))
                .as("too many words to keep them all")
                .isFalse();
    }

    @Test
    void what_is_kept_of_a_document_is_none_of_its_words() {
        Reading reading = Reading.of(1, List.of(), List.of(text(40) + " Ndiaye"));

        assertThat(reading.toString()).doesNotContainIgnoringCase("ndiaye");
        assertThat(paper(reading).toString()).doesNotContainIgnoringCase("ndiaye");
        assertThat(new Fingerprint(new byte[32]).word("ndiaye"))
                .isEqualTo(new Fingerprint(new byte[32]).word("ndiaye"))
                .isNotEqualTo(new Fingerprint(new byte[] {1}).word("ndiaye"));
    }

    private static Paper paper(Reading reading) {
        Fingerprint by = new Fingerprint(new byte[32]);
        Set<Long> words = reading.words().stream().map(by::word).collect(Collectors.toSet());
        return new Paper(reading.advice(), 0, 0, words, reading.whole(), by);
    }

    private static String text(int words) {
        return IntStream.range(0, words).mapToObj(i -> "mot" + i).collect(Collectors.joining(" "));
    }
}
