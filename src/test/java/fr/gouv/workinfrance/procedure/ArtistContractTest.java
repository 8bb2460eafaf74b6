package fr.gouv.workinfrance.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.Procedure.Aspect;
import fr.gouv.workinfrance.procedure.Statement.Topic;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The contract of an artist or of a technician, as a lawyer would read it.
class ArtistContractTest {
    private static final String ID = "artiste-contrat";
    private static final Version VERSION = Catalogue.version(ID, "2025");
    private static final LocalDate JUNE_2027 = LocalDate.of(2027, 6, 1);

    @ParameterizedTest
    @CsvSource({
        "abroad, 01/09/2027, 30/11/2027, true",
        "abroad, 01/09/2027, 01/12/2027, false",
        "abroad, 30/11/2027, 28/02/2028, true",
        "in_france, 01/09/2027, 30/11/2027, false",
    })
    void three_months_at_most_need_no_authorization_for_whoever_comes_from_abroad(
            String lives, String start, String end, boolean told) {
        List<String> rules =
                living(lives)
                        .with("contract_start", start)
                        .with("contract_end", end)
                        .told(JUNE_2027);
        assertThat(rules.contains("more_than_three_months")).isEqualTo(told);
    }

    @Test
    void whoever_lives_in_france_is_asked_for_a_residence_document_and_no_passport() {
        ExampleAnswers answers = living("in_france");
        assertThat(asked(answers))
                .contains("title_kind", "title_number", "title_expiry", "worker_city")
                .doesNotContain("passport_number", "consulate", "residence_country", "lodging");
        assertThat(pieces(answers)).contains("title").doesNotContain("passport");
    }

    @Test
    void whoever_lives_abroad_is_asked_for_a_passport_and_the_consulate_of_the_visa() {
        ExampleAnswers answers = living("abroad");
        assertThat(asked(answers))
                .contains("passport_number", "consulate", "residence_country", "lodging")
                .doesNotContain("title_kind", "title_number", "worker_city");
        assertThat(pieces(answers)).contains("passport").doesNotContain("title");
    }

    @Test
    void the_employer_reads_where_the_person_lives_and_at_no_address() {
        assertThat(VERSION.field("lives").orElseThrow().shownTo()).contains(Part.EMPLOYER);
        assertThat(VERSION.field("consulate").orElseThrow().shownTo()).contains(Part.EMPLOYER);
        assertThat(
                        Stream.of("foreign_address", "worker_address", "worker_city")
                                .map(id -> VERSION.field(id).orElseThrow().shownTo()))
                .allMatch(Set::isEmpty);
    }

    @ParameterizedTest
    @CsvSource({
        "receipt, licence",
        "occasional, occasional_declaration",
        "none_needed, ''",
        "pending, ''"
    })
    void the_receipt_is_asked_of_the_employer_who_has_one(String kind, String piece) {
        assertThat(pieces(living("in_france").with("licence_kind", kind)))
                .filteredOn(id -> Set.of("licence", "occasional_declaration").contains(id))
                .isEqualTo(piece.isEmpty() ? List.of() : List.of(piece));
    }

    @ParameterizedTest
    @CsvSource({
        "technician, not_published, offer_was_published",
        "artist, not_published, offer_of_an_artist",
        "technician, shortage, ''",
        "artist, published, ''",
    })
    void an_offer_that_was_not_published_is_advice_and_blocks_no_deposit(
            String performer, String offer, String rule) {
        ExampleAnswers answers =
                living("in_france").with("performer", performer).with("offer", offer);
        assertThat(answers.told(JUNE_2027)).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
        assertThat(pieces(answers).contains("offer")).isEqualTo(offer.equals("published"));
    }

    @Test
    void that_the_state_of_employment_is_held_against_artists_stays_doubtful() {
        assertThat(statement("criteria.offer-of-an-artist").law())
                .filteredOn(source -> source.article().equals("R5221-20"))
                .extracting(LegalSource::confidence)
                .containsExactly(Confidence.UNKNOWN);
        assertThat(statement("criteria.offer-of-a-technician").confidence())
                .isEqualTo(Confidence.A);
    }

    @Test
    void an_authorization_rests_on_the_texts_that_concern_its_holder() {
        assertThat(cited(living("abroad")))
                .contains("R5221-1", "R5221-14", "R5221-16", "R5221-20", "L7122-3")
                .doesNotContain("R5221-3", "R5221-26", "accord franco-algérien");
        assertThat(cited(living("in_france").with("licence_kind", "none_needed")))
                .contains("R5221-3")
                .doesNotContain("R5221-16", "L7122-3");
    }

    @Test
    void only_what_cannot_be_true_blocks_a_deposit() {
        assertThat(VERSION.pieces()).noneMatch(Piece::blocks);
        assertThat(VERSION.rules().stream().filter(Rule::blocks))
                .extracting(Rule::id)
                .containsExactly(
                        "contract_ends_after_it_starts", "born_in_the_past", "mandate_is_signed");
    }

    @Test
    void each_ready_wording_cites_the_articles_it_rests_on() {
        for (Reason reason : VERSION.reasons()) {
            String cited = reason.wording().fr().replace(". ", "");
            assertThat(reason.law().stream().map(LegalSource::article).filter(cited::contains))
                    .as(reason.id())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TRANSITION", "ATTESTATION"})
    void something_is_said_on_every_topic_with_its_source(Topic topic) {
        assertThat(VERSION.statements(topic))
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(statement.law()).isNotEmpty());
    }

    @Test
    void each_procedure_says_what_it_calls_whoever_is_to_be_employed() {
        assertThat(VERSION.worker().fr()).isEqualTo("Artiste ou technicien");
        assertThat(Catalogue.STUDENT.worker().fr()).isEqualTo("Étudiant");
    }

    @Test
    void nothing_that_it_asks_or_says_supposes_a_student() {
        Pattern student = Pattern.compile("(?i)\\bétudiant|\\bétudi(e|es)\\b|\\bcursus\\b");
        Stream<Words> asked =
                VERSION.fields().stream()
                        .flatMap(
                                field ->
                                        Stream.of(field.label(), field.hint())
                                                .filter(Objects::nonNull));
        Stream<Words> said =
                Stream.of(
                                VERSION.sections().stream().map(Section::title),
                                VERSION.pieces().stream().map(Piece::name),
                                VERSION.reasons().stream().map(Reason::title),
                                VERSION.reasons().stream().map(Reason::wording),
                                VERSION.statements().stream()
                                        .filter(told -> !told.id().startsWith("rule.title_allows"))
                                        .map(Statement::words))
                        .flatMap(words -> words);
        assertThat(Stream.concat(asked, said).map(Words::fr))
                .filteredOn(text -> student.matcher(text).find())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-31, '', false",
        "2021-04-01, '', true",
        "2025-01-11, '', true",
        "2025-01-12, 2025, false",
        "2026-11-30, 2025, false"
    })
    void each_day_has_its_version_or_says_that_nobody_has_written_it(
            LocalDate day, String number, boolean silent) {
        Procedure procedure = Catalogue.read(ID);
        for (Aspect aspect : Aspect.values()) {
            assertThat(procedure.on(aspect, day).map(Version::number).orElse(""))
                    .as(aspect.name())
                    .isEqualTo(number);
            assertThat(procedure.silent(aspect, day).isPresent()).isEqualTo(silent);
        }
    }

    private static ExampleAnswers living(String where) {
        return ExampleAnswers.of(VERSION).with("lives", where);
    }

    private static List<String> asked(ExampleAnswers answers) {
        return VERSION.asked(answers.values()).stream().map(Field::id).toList();
    }

    private static List<String> pieces(ExampleAnswers answers) {
        return VERSION.requiredPieces(answers.values()).stream().map(Piece::id).toList();
    }

    private static List<String> cited(ExampleAnswers answers) {
        return VERSION.grounds(answers.values()).stream().map(LegalText::article).toList();
    }

    private static Statement statement(String id) {
        return VERSION.statements().stream()
                .filter(statement -> statement.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
