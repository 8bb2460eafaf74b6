package fr.gouv.workinfrance.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.Gazetteer;
import fr.gouv.workinfrance.procedure.Template;
import fr.gouv.workinfrance.procedure.file.CorpusReader.Outcome;
import fr.gouv.workinfrance.reference.Countries;
import fr.gouv.workinfrance.reference.Territories;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The library of messages that the office often writes, and how its mistakes are told.
class TemplateReaderTest {

    private static final Gazetteer GAZETTEER = Gazetteer.of(new Territories(), new Countries());
    private static final String FILE = "catalogue/messages.yaml";

    private static final String RIGHT =
            """
            messages:
              - id: received
                title: {fr: Reçu, en: Received}
                words:
                  fr: "Demande {reference} pour {worker}."
                  en: "Request {reference} for {worker}."
            """;

    @Test
    void a_message_takes_the_words_of_the_request_in_the_language_of_who_reads_it() {
        Template template =
                ((Outcome.Read) read(Map.of(FILE, RIGHT))).corpus().templates().getFirst();
        Map<Template.Variable, String> own = Map.of(Template.Variable.REFERENCE, "K7QM-3XHD-9RTA");

        assertThat(template.filled(Locale.ENGLISH, own))
                .as("whom it is for is not known yet")
                .isEqualTo("Request K7QM-3XHD-9RTA for […].");
        assertThat(template.filled(Locale.FRENCH, Map.of(Template.Variable.WORKER, "A$1\\B")))
                .isEqualTo("Demande […] pour A$1\\B.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{worker}.\" | {salary}.\" | :5:11 'salary' is no variable of a message",
                "{worker}.\" | {}.\"       | :5:11 '' is no variable of a message",
                "{worker}.\" | {worker.\"  | :5:11 a brace is not closed, or not opened",
                "Reçu, en    | Reçu, es    | :3:12 'en' is missing",
            })
    void a_mistake_is_told_with_its_file_and_its_line(String right, String wrong, String told) {
        String yaml = RIGHT.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));

        assertThat(read(Map.of(FILE, yaml)))
                .isInstanceOfSatisfying(
                        Outcome.Mistaken.class,
                        broken ->
                                assertThat(broken.mistakes())
                                        .extracting(Mistake::toString)
                                        .contains(FILE + told));
    }

    @Test
    void a_variable_that_a_translation_invents_is_told_where_the_translation_stands() {
        String spanish =
                """
                Reçu: Recibido
                "Demande {reference} pour {worker}.": "Solicitud {referencia} para {worker}."
                """;

        assertThat(read(Map.of(FILE, RIGHT, "catalogue/languages/es.yaml", spanish)))
                .isInstanceOfSatisfying(
                        Outcome.Mistaken.class,
                        broken ->
                                assertThat(broken.mistakes())
                                        .extracting(Mistake::toString)
                                        .containsExactly(
                                                "catalogue/languages/es.yaml:2:39 'referencia' is"
                                                        + " no variable of a message"));
    }

    @Test
    void two_of_one_id_are_told() {
        String twice = RIGHT + RIGHT.substring(RIGHT.indexOf("  - id"));

        assertThat(read(Map.of(FILE, twice)))
                .isInstanceOfSatisfying(
                        Outcome.Mistaken.class,
                        broken ->
                                assertThat(broken.mistakes())
                                        .extracting(Mistake::toString)
                                        .contains(FILE + ":7:9 there are two of id 'received'"));
    }

    private static Outcome read(Map<String, String> files) {
        return CorpusReader.read(files, GAZETTEER);
    }
}
