package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.Catalogue;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Recall.From;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SortedMap;
import java.util.UUID;

/// What an earlier request says for the next ones.
class EarlierTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final UUID STUDENT = UUID.randomUUID();
    private static final UUID EMPLOYER = UUID.randomUUID();

    private final Answers answers =
            Answers.NONE
                    .with("employer_name", answer("employer_name", "Boulangerie", EMPLOYER))
                    .with("job_title", answer("job_title", "Vendeuse", EMPLOYER))
                    .with("contract_start", answer("contract_start", "01/09/2027", EMPLOYER))
                    .with("surname", answer("surname", "Ndiaye", STUDENT))
                    .with("nationality", answer("nationality", "SN", EMPLOYER))
                    .with("title_kind", answer("title_kind", "card", STUDENT))
                    .with("title_number", answer("title_number", "9912345678", STUDENT))
                    .with("title_expiry", answer("title_expiry", "30/09/2028", STUDENT));

    @Test
    void a_party_finds_its_own_part_and_nothing_of_the_others() {
        assertThat(known(answers, Part.WORKER, From.EARLIER_REQUESTS, TODAY, null))
                .containsOnlyKeys(
                        "surname", "nationality", "title_kind", "title_number", "title_expiry");
        assertThat(known(answers, Part.EMPLOYER, From.EARLIER_REQUESTS, TODAY, null))
                .containsOnlyKeys("employer_name");
    }

    @Test
    void a_next_hire_finds_the_job_besides_and_no_date() {
        assertThat(known(answers, Part.EMPLOYER, From.NEXT_HIRE, TODAY, null))
                .containsOnlyKeys("employer_name", "job_title");
    }

    @Test
    void a_title_that_has_expired_is_not_taken() {
        LocalDate after = LocalDate.parse("2028-10-01");

        assertThat(known(answers, Part.WORKER, From.EARLIER_REQUESTS, after, null))
                .containsOnlyKeys("surname", "nationality");
    }

    @Test
    void what_was_no_longer_asked_or_could_not_be_read_is_not_taken() {
        Answers changed =
                answers.with("visa_number", answer("visa_number", "123456789", STUDENT))
                        .with("birth_date", answer("birth_date", "un jour", STUDENT));

        assertThat(known(changed, Part.WORKER, From.EARLIER_REQUESTS, TODAY, null))
                .doesNotContainKeys("visa_number", "birth_date");
    }

    @Test
    void of_what_others_answered_someone_who_only_held_a_mandate_finds_nothing() {
        assertThat(known(answers, Part.WORKER, From.EARLIER_REQUESTS, TODAY, STUDENT))
                .containsKey("surname")
                .doesNotContainKey("nationality");
    }

    @Test
    void a_private_person_is_another_employer_than_a_company() {
        Earlier company = earlier(kind("company"), null);

        assertThat(company.ofAnotherKind(kind("person"))).isTrue();
        assertThat(company.ofAnotherKind(kind("company"))).isFalse();
        assertThat(company.ofAnotherKind(Answers.NONE)).isFalse();
    }

    private static Answers kind(String kind) {
        return Answers.NONE.with("employer_kind", answer("employer_kind", kind, EMPLOYER));
    }

    private static SortedMap<String, String> known(
            Answers answers, Part part, From from, LocalDate today, @Nullable UUID author) {
        return earlier(answers, author).known(Catalogue.STUDENT, part, from, today);
    }

    private static Earlier earlier(Answers answers, @Nullable UUID author) {
        return new Earlier(
                Reference.draw(), TODAY, Catalogue.STUDENT, Part.EMPLOYER, answers, author);
    }

    private static Answer answer(String id, String typed, UUID author) {
        Parsed read = Catalogue.STUDENT.field(id).orElseThrow().type().parse(typed, Locale.FRENCH);
        Object value = read instanceof Parsed.Value(Object canonical, _) ? canonical : null;
        return new Answer(typed, value, author, Instant.EPOCH, 1, null);
    }
}
