package fr.gouv.workinfrance.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.Gazetteer;
import fr.gouv.workinfrance.procedure.need.Coverage;
import fr.gouv.workinfrance.procedure.need.Need;
import fr.gouv.workinfrance.reference.Countries;
import fr.gouv.workinfrance.reference.Territories;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

class NeedReaderTest {

    private static final Gazetteer GAZETTEER = Gazetteer.of(new Territories(), new Countries());

    private static final String SOURCES =
            """
            sources:
              L1: {text: {fr: un code, en: a code}, url: https://example.org/, read on: 2026-11-23}
            """;

    private static final String CONSTANTS =
            """
            constants:
              most:
                name: {fr: plafond, en: ceiling}
                unit: HOURS
                values: [{from: 2016-01-01, value: 964, law: L1 (A)}]
            """;

    private static final String RIGHT =
            """
            contacts:
              town: {fr: mairie, en: town hall, url: https://example.org/}
            questions:
              - {id: nationality, type: nationality, label: {fr: d’où, en: where from}}
              - {id: student, type: yes/no, label: {fr: étudiant, en: student}}
              - {id: hours, type: hours, periods: [YEAR], label: {fr: combien, en: how many}}
            rows:
              - id: european
                when: european(nationality)
                outcome: NONE
                title: {fr: non, en: no}
                fr: rien
                en: nothing
                law: L1 (A)
              - id: algerian
                when: nationality == 'DZ' && student
                outcome: DECLARATION
                title: {fr: oui, en: yes}
                fr: déclarer
                en: declare
                law: L1 (A)
              - id: few
                when: hours <= amount('most', today)
                outcome: NONE
                title: {fr: non, en: no}
                fr: rien
                en: nothing
                law: L1 (A)
              - id: many
                when: "true"
                outcome: ELSEWHERE
                title: {fr: ailleurs, en: elsewhere}
                fr: ailleurs
                en: elsewhere
                law: L1 (A)
                who: [town]
            """;

    @Test
    void a_right_table_is_read() {
        assertThat(mistakes(RIGHT)).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource
    void each_mistake_is_told_with_its_place_and_its_reason(String from, String to, String told) {
        assertThat(RIGHT).contains(from);
        assertThat(mistakes(RIGHT.replace(from, to))).contains(told);
    }

    static Stream<Arguments> each_mistake_is_told_with_its_place_and_its_reason() {
        return Stream.of(
                Arguments.of(
                        "when: \"true\"",
                        "when: hours > amount('most', today) + 1",
                        "need.yaml:8:3 no row answers nationality: andorrane, hours: 964"),
                Arguments.of(
                        "nationality == 'DZ' && student",
                        "nationality == 'FR' && student",
                        "nobody reaches the row 'algerian': those above it answer everybody"),
                Arguments.of(
                        "nationality == 'DZ' && student",
                        "nationality == 'DZ'",
                        "the question 'student' is put to nobody"),
                Arguments.of(
                        "nationality == 'DZ' && student",
                        "nationality == 'DZ' && filer == 'WORKER'",
                        "no row answers nationality: algérienne"),
                Arguments.of("type: yes/no", "type: date", "not every answer to it can be tried"),
                Arguments.of("outcome: DECLARATION", "outcome: DECLARE", "'DECLARE' is none of"),
                Arguments.of("    who: [town]\n", "", "'who' is missing: say who can help"),
                Arguments.of("who: [town]", "who: [tow]", "unknown contact 'tow'"),
                Arguments.of("when: \"true\"", "when: given(hours)", "'given' has no sense here"),
                Arguments.of(
                        "amount('most', today)", "amount('mst', today)", "unknown figure 'mst'"),
                Arguments.of("european(nationality)", "european(nation)", "unknown name 'nation'"),
                Arguments.of("id: few", "id: european", "there are two rows 'european'"),
                Arguments.of(
                        "en: nothing\n    law: L1 (A)",
                        "en: nothing\n    law: L1 (C)",
                        "nothing surer than (C) says that no authorization is needed"),
                Arguments.of("law: L1 (A)\n    who", "law: L2 (A)\n    who", "unknown source 'L2'"),
                Arguments.of(
                        "outcome: DECLARATION",
                        "outcome: REQUEST\n    procedure: none\n    filers: [EMPLOYER]",
                        "unknown procedure 'none'"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void a_request_is_one_that_its_procedure_takes(String said, String told) {
        String request =
                """
                outcome: REQUEST
                    procedure: etudiant-professionnalisation
                    filers: [EMPLOYER]
                    prefill: {nationality: nationality}\
                """;
        String[] change = said.split(" -> ");
        assertThat(request).contains(change[0]);
        String table = RIGHT.replace("outcome: DECLARATION", request.replace(change[0], change[1]));
        assertThat(mistakes(table, "procedures", "catalogue/parts")).contains(told);
    }

    static Stream<Arguments> a_request_is_one_that_its_procedure_takes() {
        return Stream.of(
                Arguments.of(
                        "nationality} -> surnam}",
                        "unknown field 'surnam', did you mean 'surname'?"),
                Arguments.of(
                        "nationality} -> job_title}",
                        "the field 'job_title' does not take the answers to 'nationality'"),
                Arguments.of(
                        "{nationality: -> {natonality:",
                        "unknown question 'natonality', did you mean 'nationality'?"),
                Arguments.of(
                        "procedure: etudiant-professionnalisation -> procedure: etudiant",
                        "unknown procedure 'etudiant'"));
    }

    @Test
    void every_way_through_the_table_in_force_is_tried() throws IOException {
        Map<String, String> files = files("procedures", "catalogue");
        var read = (CorpusReader.Outcome.Read) CorpusReader.read(files, GAZETTEER);
        Need need = read.corpus().need();

        Coverage coverage =
                Coverage.of(need, List.of(GAZETTEER.european()), read.corpus().tariff());

        assertThat(coverage.silent()).isEmpty();
        assertThat(coverage.reached()).hasSameSizeAs(need.rows());
        assertThat(coverage.asked()).hasSameSizeAs(need.questions());
        assertThat(coverage.ends()).isGreaterThan(100);
    }

    private static String mistakes(String table) {
        return mistakes(
                Map.of(
                        "catalogue/sources.yaml",
                        SOURCES,
                        "catalogue/constants.yaml",
                        CONSTANTS,
                        "catalogue/need.yaml",
                        table));
    }

    /// With the procedures in force, and what they need.
    private static String mistakes(String table, String... folders) {
        try {
            Map<String, String> files = files(folders);
            String sources = Files.readString(Path.of("src/main/resources/catalogue/sources.yaml"));
            files.put("catalogue/sources.yaml", sources + SOURCES.replace("sources:\n", ""));
            files.put(
                    "catalogue/constants.yaml",
                    files("catalogue").getOrDefault("catalogue/constants.yaml", "constants:\n")
                            + CONSTANTS.replace("constants:\n", ""));
            files.put("catalogue/need.yaml", table);
            return mistakes(files);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> files(String... folders) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path resources = Path.of("src/main/resources");
        for (String folder : folders) {
            if (Files.exists(resources.resolve(folder))) {
                try (Stream<Path> found = Files.walk(resources.resolve(folder))) {
                    for (Path file :
                            found.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                        files.put(resources.relativize(file).toString(), Files.readString(file));
                    }
                }
            }
        }
        return files;
    }

    private static String mistakes(Map<String, String> files) {
        return switch (CorpusReader.read(files, GAZETTEER)) {
            case CorpusReader.Outcome.Read _ -> "";
            case CorpusReader.Outcome.Mistaken(var mistakes) ->
                    String.join("\n", mistakes.stream().map(Object::toString).toList());
        };
    }
}
