package fr.gouv.workinfrance.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.reference.Per;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

class RowsTest {

    private static final Rows JOBS =
            new Rows(
                    List.of(
                            new Rows.Column(
                                    "employer",
                                    new Words("Employeur", "Employer"),
                                    null,
                                    new FieldType.Text(40),
                                    true),
                            new Rows.Column(
                                    "hours",
                                    new Words("Heures", "Hours"),
                                    null,
                                    new FieldType.Hours(Set.of(Per.WEEK, Per.YEAR)),
                                    true),
                            new Rows.Column(
                                    "town",
                                    new Words("Ville", "Town"),
                                    null,
                                    new FieldType.Text(40),
                                    false)),
                    3);

    @Test
    void each_row_is_kept_with_what_was_answered_in_it() {
        assertThat(read("Librairie | 300 heures par an | Paris\n\nCinéma | 10 h par semaine"))
                .isEqualTo(
                        List.of(
                                Map.of(
                                        "employer",
                                        "Librairie",
                                        "hours",
                                        Map.of("minutes", 18_000L, "per", "YEAR"),
                                        "town",
                                        "Paris"),
                                Map.of(
                                        "employer",
                                        "Cinéma",
                                        "hours",
                                        Map.of("minutes", 600L, "per", "WEEK"))));
    }

    @Test
    void the_hours_of_all_rows_add_up_over_a_year() {
        Object kept = read("Librairie | 300 heures par an\nCinéma | 10 h par semaine");
        assertThat(JOBS.bind("jobs", kept))
                .isEqualTo(Map.of("jobs", 2L, "jobs_hours", (300 + 10 * 52) * 60L));
        assertThat(JOBS.variables("jobs"))
                .isEqualTo(
                        Map.of(
                                "jobs",
                                FieldType.Variable.NUMBER,
                                "jobs_hours",
                                FieldType.Variable.NUMBER));
    }

    @Test
    void rows_read_as_people_say_them() {
        assertThat(JOBS.display(read("Librairie | 300 heures par an | Paris"), Locale.FRENCH))
                .isEqualTo("Librairie, 300\u00a0h par an, Paris");
    }

    @Test
    void what_is_wrong_or_missing_is_told_with_its_row_and_its_question() {
        assertThat(wrong("Librairie | 300 heures par an\nCinéma | beaucoup"))
                .isEqualTo(List.of(2, "Heures"));
        assertThat(wrong(" | 300 heures par an")).isEqualTo(List.of(1, "Employeur"));
        assertThat(wrong("Librairie")).isEqualTo(List.of(1, "Heures"));
    }

    @Test
    void more_rows_than_the_form_takes_are_told() {
        assertThat(JOBS.parse("a | 1 h par an\n".repeat(4), Locale.FRENCH))
                .isEqualTo(Parsed.Wrong.of("rowsTooMany", 3));
    }

    @Test
    void no_row_is_no_answer() {
        assertThat(JOBS.parse(" \n ", Locale.FRENCH)).isEqualTo(Parsed.BLANK);
        assertThat(Rows.typed(List.of(List.of("", " "), List.of("", "")))).isEmpty();
    }

    @Test
    void what_was_typed_in_fields_comes_back_in_the_same_fields() {
        List<List<String>> typed = List.of(List.of("Le 7 | 8", "", "x"), List.of("", "1 h", ""));
        assertThat(JOBS.cells(Rows.typed(typed)))
                .isEqualTo(List.of(List.of("Le 7 ¦ 8", "", "x"), List.of("", "1 h", "")));
    }

    private static Object read(String typed) {
        return ((Parsed.Value) JOBS.parse(typed, Locale.FRENCH)).canonical();
    }

    private static List<Object> wrong(String typed) {
        return ((Parsed.Wrong) JOBS.parse(typed, Locale.FRENCH)).args();
    }
}
