package fr.gouv.workinfrance.demo.past;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.demo.DemoTest;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.journal.Audit;
import fr.gouv.workinfrance.journal.Journal;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Arrays;
import java.util.Map;

/// All the requests of the demonstration, made once, by the real queue.
@DemoTest
class StoriesTest {

    @Autowired Stories stories;
    @Autowired ToldInTwoTimes told;
    @Autowired Journal journal;
    @Autowired JdbcClient jdbc;

    @Test
    void cut_in_the_middle_every_story_is_told_to_its_end_all_the_same_and_once() {
        assertThat(told.doneAtTheCut()).isEqualTo(ToldInTwoTimes.CUT_AFTER);
        assertThat(stories.progress().done()).isTrue();
        assertThat(number("select count(*) from dossier.dossier"))
                .as("with the draft of someone who has left his company")
                .isEqualTo(stories.progress().all() + 1);
    }

    @Test
    void there_is_a_request_at_every_stage() {
        assertThat(
                        jdbc.sql("select distinct stage from dossier.dossier")
                                .query(String.class)
                                .list())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Stage.Name.values()).map(Enum::name).toList());
    }

    @Test
    void some_are_contested_some_silent_some_near_their_limit_some_lack_a_piece() {
        Map<String, Object> found =
                jdbc.sql(
                                """
                                select (select count(*) from dossier.worklist where contested) as contested,
                                       (select count(*) from dossier.worklist where silent) as silent,
                                       (select count(*) from dossier.worklist
                                         where not silent and legal_limit < current_date + 7) as near,
                                       (select count(*) from dossier.worklist where office <> 'prefecture-75')
                                           as elsewhere,
                                       (select count(distinct assignee) from dossier.worklist
                                         where office = 'prefecture-75') as colleagues,
                                       (select count(*) from permit.status where status = 'WITHDRAWN')
                                           as ended
                                """)
                        .query()
                        .singleRow();

        assertThat(found.values()).allMatch(count -> ((Long) count) > 0);
        assertThat(found).containsEntry("colleagues", 2L);
    }

    @Test
    void some_are_contested_before_each_authority_one_is_rectified_and_one_has_an_opinion() {
        assertThat(
                        jdbc.sql(
                                        """
                                        select a.office from examination.appeal a
                                         where a.answer is null and a.receipt is not null
                                        """)
                                .query(String.class)
                                .list())
                .contains("prefecture-75", "ministere-immigration");
        assertThat(
                        number(
                                """
                                select count(*) from examination.appeal
                                 where limit_on <= current_date or silent_at is not null
                                """))
                .as("the time to answer them runs")
                .isZero();
        assertThat(number("select count(*) from journal.entry where act = 'SIGN_RECTIFICATION'"))
                .isPositive();
        assertThat(number("select count(*) from journal.entry where act = 'GIVE_OPINION'"))
                .isPositive();
    }

    @Test
    void what_happened_is_dated_from_then_and_in_order() {
        assertThat(
                        number(
                                """
                                select count(*) from (
                                    select at, lag(at) over (partition by subject_kind, subject_id
                                                             order by number) as before
                                      from journal.entry) entry
                                 where at < before
                                """))
                .isZero();
        assertThat(
                        number(
                                """
                                select count(*) from dossier.deed d
                                  join dossier.dossier o on o.id = d.dossier
                                 where d.kind = 'ACKNOWLEDGMENT'
                                   and d.issued_at not between o.submitted_at
                                                           and o.submitted_at + interval '1 minute'
                                """))
                .as("acknowledgments bear the date of the deposit")
                .isZero();
        assertThat(journal.verify()).isInstanceOf(Audit.Sound.class);
    }

    @Test
    void told_again_they_add_nothing() {
        long before = number("select count(*) from journal.entry");
        stories.tell();

        assertThat(number("select count(*) from journal.entry")).isEqualTo(before);
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
