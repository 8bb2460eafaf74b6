package fr.gouv.workinfrance.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.need.Question;
import fr.gouv.workinfrance.reference.Communes;
import fr.gouv.workinfrance.reference.Nomenclatures;
import fr.gouv.workinfrance.reference.Per;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// Whoever fills a form may send as much as a request may hold: nobody else has to wait for it.
class LongAnswerTest {
    private static final int LONG = 200_000;
    private static final Set<Per> MONTHLY = Set.of(Per.MONTH);
    private static final Nomenclatures CODES = new Nomenclatures();

    private static final List<String> ANSWERS =
            List.of(
                    "1" + ",".repeat(LONG) + "x1",
                    "1".repeat(LONG) + "x",
                    "93200" + ",".repeat(LONG) + "(93",
                    "a, ".repeat(LONG / 3) + "1",
                    "1/".repeat(LONG / 2),
                    "a.".repeat(LONG / 2) + "@");

    /// The time allowed is for a machine that does ten other things: read in the square of its
    /// length, one of these takes minutes.
    @ParameterizedTest
    @MethodSource
    @Timeout(20)
    void an_answer_as_long_as_a_form_may_send_is_understood_or_not_at_once(FieldType type) {
        for (String answer : ANSWERS) {
            assertThat(type.parse(answer, Locale.FRENCH)).isNotInstanceOf(Parsed.Blank.class);
        }
    }

    static Stream<FieldType> an_answer_as_long_as_a_form_may_send_is_understood_or_not_at_once() {
        return Stream.of(
                new FieldType.Text(200),
                new FieldType.LongText(2000),
                new FieldType.PersonName(),
                new FieldType.Day(),
                new FieldType.PartialDay(),
                new FieldType.Email(),
                new FieldType.Phone(),
                new FieldType.Postcode(),
                new FieldType.SiretNumber(),
                new FieldType.Whole(0, 9),
                new FieldType.Percentage(0, 100),
                new FieldType.Money(MONTHLY),
                new FieldType.Hours(MONTHLY),
                new Identifier.SirenNumber(),
                new Identifier.PassportNumber(),
                new Place.Town(new Communes()),
                new Place.Address(),
                new Coded.Occupation(CODES.occupations()),
                new Coded.Activity(CODES.activities()),
                new Coded.Agreement(CODES.agreements()));
    }

    @ParameterizedTest
    @MethodSource("answers")
    @Timeout(20)
    void so_is_an_answer_to_a_question_on_the_need(String answer) {
        Question hours =
                new Question(
                        "hours", new FieldType.Hours(MONTHLY), new Words("Heures", "Hours"), null);
        assertThat(hours.read(answer, Locale.FRENCH)).isInstanceOf(Parsed.Wrong.class);
    }

    static List<String> answers() {
        return ANSWERS;
    }
}
