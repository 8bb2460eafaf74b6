package fr.gouv.workinfrance.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.Catalogue;
import fr.gouv.workinfrance.procedure.Confidence;
import fr.gouv.workinfrance.procedure.body.Body;
import fr.gouv.workinfrance.procedure.file.CorpusReader.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.Map;

/// The administrations that may be asked or informed, and how the mistakes about them are told.
class BodyReaderTest {

    private static final String EXCHANGES = "catalogue/parts/exchanges.yaml";

    @Test
    void every_exchange_has_a_text_and_what_no_official_text_carries_stays_marked() {
        assertThat(Catalogue.CORPUS.bodies())
                .extracting(Body::id)
                .containsExactlyInAnyOrder(
                        "labour-inspectorate",
                        "urssaf",
                        "france-travail",
                        "drac",
                        "prefecture-of-residence",
                        "consulate",
                        "ofii");
        assertThat(Catalogue.CORPUS.bodies()).allMatch(Body::founded);
        assertThat(body("urssaf").basis().confidence()).isEqualTo(Confidence.A);
        assertThat(body("drac").basis().confidence())
                .as("no text that was read asks for its opinion")
                .isEqualTo(Confidence.B);
    }

    @Test
    void each_administration_sees_what_its_purpose_needs_and_no_more() {
        assertThat(body("urssaf").sight().fields())
                .doesNotContain("surname", "nationality", "birth_date");
        assertThat(body("drac").sight().pieces()).doesNotContain("passport", "title");
        assertThat(body("labour-inspectorate").sight().fields())
                .contains("working_hours", "gross_pay");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "bodies.yaml | gross_pay, work_address | gros_pay, work_address"
                        + " | no procedure has a question of id 'gros_pay'",
                "bodies.yaml | pieces: [title] | pieces: [titre]"
                        + " | no procedure has a piece of id 'titre'",
                "bodies.yaml | may ask: [urssaf] | may ask: [ursaf] | no body is 'ursaf'",
                "bodies.yaml | working days: 15 | working days: 0 | in how many working days",
                "bodies.yaml | silence: WAITED | silence: NEVER | 'NEVER' is none of",
                "parts/exchanges.yaml | body: ofii | body: ofi | no body is 'ofi'",
                "parts/exchanges.yaml | on: GRANTED | on: SIGNED | 'SIGNED' is none of",
            })
    void a_mistake_is_told_with_its_file_and_its_line(
            String name, String right, String wrong, String told) {
        String file = "catalogue/" + name;
        Map<String, String> files = new HashMap<>(Catalogue.files());
        String yaml = files.get(file);
        assertThat(yaml).contains(right);
        files.put(file, yaml.replace(right, wrong));

        assertThat(CorpusReader.read(files, Catalogue.GAZETTEER))
                .isInstanceOfSatisfying(
                        Outcome.Mistaken.class,
                        broken ->
                                assertThat(broken.mistakes())
                                        .extracting(Mistake::toString)
                                        .anyMatch(
                                                mistake ->
                                                        mistake.startsWith(file + ":")
                                                                && mistake.contains(told)));
    }

    @Test
    void a_rule_asks_an_administration_only_what_it_may_be_asked() {
        Map<String, String> files = new HashMap<>(Catalogue.files());
        files.put(
                EXCHANGES,
                files.get(EXCHANGES).replace("body: ofii", "body: ofii\n    asks: visa"));

        assertThat(CorpusReader.read(files, Catalogue.GAZETTEER))
                .isInstanceOfSatisfying(
                        Outcome.Mistaken.class,
                        broken ->
                                assertThat(broken.mistakes())
                                        .extracting(Mistake::toString)
                                        .anyMatch(
                                                mistake ->
                                                        mistake.contains(
                                                                "'visa' is nothing that ofii is"
                                                                        + " asked")));
    }

    private static Body body(String id) {
        return Catalogue.CORPUS.bodies().stream()
                .filter(body -> body.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
