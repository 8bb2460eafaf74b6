package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Map;

/// What requests are found by, of those that were written before it was made so.
@WifTest
class IndexCardsTest {

    private static final int SOME = 7;

    @Autowired IndexCards cards;
    @Autowired Requests requests;
    @Autowired JdbcClient jdbc;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;

    @BeforeEach
    void someone() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
    }

    @Test
    void a_request_that_was_written_before_is_found_by_what_its_answers_say() {
        Dossier[] before = {
            inAjaccio(), requests.deposited(employer), inAjaccio(),
        };
        Map<String, Object> whole = row(before[0]);
        forget(before[0]);
        forget(before[2]);
        assertThat(department(before[0])).isEmpty();

        IndexQueue.refresh(cards, SOME);
        assertThat(department(before[0])).isEqualTo("2A");
        assertThat(department(before[1])).isEqualTo("75");
        assertThat(department(before[2])).isEqualTo("2A");
        assertThat(row(before[0])).as("all else stays as it was").isEqualTo(whole);
    }

    @Test
    void the_date_of_birth_that_was_mended_in_a_decision_is_still_found() {
        Dossier dossier = inAjaccio();
        jdbc.sql(
                        "update dossier.dossier set mended_birth = '1999-05-12',"
                                + " searched = searched || dossier.mended('1999-05-12')"
                                + " where id = :id")
                .param("id", dossier.id().value())
                .update();
        Map<String, Object> whole = row(dossier);
        forget(dossier);

        IndexQueue.refresh(cards, SOME);
        assertThat(row(dossier)).isEqualTo(whole);
    }

    @Test
    void what_is_as_it_should_be_is_not_written_again() {
        Dossier dossier = inAjaccio();
        String written = written(dossier);

        IndexQueue.refresh(cards, SOME);
        assertThat(written(dossier)).isEqualTo(written);
    }

    @Test
    void a_draft_is_not_searched_before_nor_after() {
        Dossier draft = requests.filled(employer);

        IndexQueue.refresh(cards, SOME);
        assertThat(row(draft).get("searched")).hasToString("{}");
    }

    @Test
    void what_a_migration_asks_for_is_done_once() {
        queue.runDue();

        assertThat(
                        jdbc.sql(
                                        "select count(*) from queue.scheduled_tasks where task_name"
                                                + " = :task")
                                .param("task", IndexQueue.REFRESH.getTaskName())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    private Dossier inAjaccio() {
        Dossier draft = requests.filled(employer);
        requests.answer(draft.id(), employer, "establishment_postcode", "20000");
        requests.answer(draft.id(), employer, "establishment_city", "Ajaccio");
        return requests.deposit(draft, employer);
    }

    /// As it was written when typed answers alone were kept.
    private void forget(Dossier dossier) {
        jdbc.sql(
                        "update dossier.dossier set searched = searched -"
                                + " 'establishment_department' where id = :id")
                .param("id", dossier.id().value())
                .update();
    }

    private Map<String, Object> row(Dossier dossier) {
        return jdbc.sql("select * from dossier.dossier where id = :id")
                .param("id", dossier.id().value())
                .query()
                .singleRow();
    }

    private String department(Dossier dossier) {
        return jdbc.sql(
                        "select coalesce(searched ->> 'establishment_department', '')"
                                + " from dossier.dossier where id = :id")
                .param("id", dossier.id().value())
                .query(String.class)
                .single();
    }

    private String written(Dossier dossier) {
        return jdbc.sql("select xmin::text from dossier.dossier where id = :id")
                .param("id", dossier.id().value())
                .query(String.class)
                .single();
    }
}
