package fr.gouv.workinfrance.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.file.CorpusReader.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;
import java.util.Map;

/// What a file of a language may lack or hold, and how it is told.
class TranslationsTest {

    @Test
    void what_a_language_lacks_says_in_vain_or_twice_is_told_with_its_line() {
        String spanish =
                """
                Petite: Pequeña
                Pour essayer: Para probar
                ouvre: abre
                CDD: Temporal
                ouvre : abre otra vez
                Grande: Grande, pero ya no se dice
                """;
        assertThat(read(CorpusReaderTest.RIGHT, spanish))
                .isInstanceOfSatisfying(
                        Outcome.Mistaken.class,
                        broken ->
                                assertThat(broken.mistakes())
                                        .extracting(Mistake::toString)
                                        .containsExactly(
                                                "catalogue/languages/es.yaml:5:1 'ouvre' is"
                                                        + " translated twice"));
        assertThat(read(CorpusReaderTest.RIGHT, spanish.replace("ouvre : abre otra vez\n", "")))
                .isInstanceOfSatisfying(
                        Outcome.Read.class,
                        read -> {
                            assertThat(read.untranslated())
                                    .extracting(Mistake::toString)
                                    .contains(
                                            "catalogue/sources.yaml:3:16 not in"
                                                    + " catalogue/languages/es.yaml: 'un code'",
                                            "procedures/small.yaml:5:70 not in"
                                                    + " catalogue/languages/es.yaml: 'avant'")
                                    .endsWith(
                                            "catalogue/languages/es.yaml:5:1 no file says 'Grande'"
                                                    + " any more");
                            Procedure small = read.corpus().procedures().getFirst();
                            assertThat(small.name().in(Locale.of("es"))).isEqualTo("Pequeña");
                            assertThat(small.versions().getFirst().sections().getFirst().title())
                                    .extracting(title -> title.in(Locale.of("es")))
                                    .as("what is not translated is said in French")
                                    .isEqualTo("Contrat");
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | 'Petite: {fr: a}' | :1:9 not a text: 'Petite'",
                "es | '- Petite' | :1:1 expected French texts, and what they are in Español",
                "de | 'Petite: Klein' | :1:1 'de' is no language to translate to",
                "en | 'Petite: Small' | :1:1 'en' is no language to translate to",
            })
    void a_translation_that_is_none_is_told(String code, String yaml, String told) {
        String file = "catalogue/languages/" + code + ".yaml";
        Outcome outcome =
                CorpusReader.read(
                        Map.of(
                                "catalogue/sources.yaml",
                                CorpusReaderTest.SOURCES,
                                "procedures/small.yaml",
                                CorpusReaderTest.RIGHT,
                                file,
                                yaml),
                        CorpusReaderTest.GAZETTEER);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Mistaken.class,
                        broken ->
                                assertThat(broken.mistakes())
                                        .extracting(Mistake::toString)
                                        .containsExactly(file + told));
    }

    private static Outcome read(String yaml, String spanish) {
        return CorpusReader.read(
                Map.of(
                        "catalogue/sources.yaml",
                        CorpusReaderTest.SOURCES,
                        "procedures/small.yaml",
                        yaml,
                        "catalogue/languages/es.yaml",
                        spanish),
                CorpusReaderTest.GAZETTEER);
    }
}
