package fr.gouv.workinfrance.demo.past;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.journal.Audit;
import fr.gouv.workinfrance.journal.Journal;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/// All the requests of the demonstration are made, once, by the real queue: the telling is cut in
/// the middle, as by a stop, and goes on from there.
@SpringBootTest(
        properties = {
            "db-scheduler.enabled=true",
            "wif.demo.requests=false",
            "wif.demo.folder=target/test-demo"
        })
@ActiveProfiles({"demo", "test"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoriesTest {

    private static final int SOME = 40;

    @Autowired Stories stories;
    @Autowired StoryTable table;
    @Autowired Scenes scenes;
    @Autowired DemoQueue queue;
    @Autowired DemoClock clock;
    @Autowired TransactionTemplate transaction;
    @Autowired Journal journal;
    @Autowired JdbcClient jdbc;

    @BeforeAll
    void told_in_two_times() throws Exception {
        Cut cut = new Cut();
        Stories first = new Stories(table, scenes, queue, clock, cut, false);
        cut.stories = first;
        first.tell();
        assertThat(number("select sum(done) from demo.story"))
                .as("cut in the middle")
                .isEqualTo(SOME);

        stories.tell();
    }

    /// Stops the stories after some steps, as the service does when it is stopped.
    private final class Cut extends TransactionTemplate {

        private Stories stories;
        private int begun;

        Cut() {
            super(Objects.requireNonNull(transaction.getTransactionManager()));
        }

        @Override
        public <T> T execute(TransactionCallback<T> step) {
            T outcome = super.execute(step);
            if (++begun == SOME + 1) {
                try {
                    stories.stop();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return outcome;
        }
    }

    @Test
    void every_story_is_told_to_its_end() {
        assertThat(stories.progress())
                .isEqualTo(new Stories.Progress(stories.progress().all(), stories.progress().all()))
                .extracting(Stories.Progress::done)
                .isEqualTo(true);
        assertThat(number("select count(*) from dossier.dossier"))
                .as("none was made twice")
                .isEqualTo(stories.progress().all());
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
