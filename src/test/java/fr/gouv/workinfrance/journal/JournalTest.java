package fr.gouv.workinfrance.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

@WifTest
class JournalTest {

    private static final Actor ACTOR = Actor.account(UUID.randomUUID());

    @Autowired Journal journal;
    @Autowired Checkpoints checkpoints;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired SettableClock clock;

    @Test
    void what_was_recorded_is_told_again_in_order() {
        Subject subject = subject();
        record(subject, "opened", Map.of("procedure", "etudiant"), Map.of());
        record(subject, "answered", Map.of(), Map.of("name", "Nguyễn “Thị” \\ عبد\n"));

        assertThat(journal.of(subject))
                .containsExactly(
                        new Entry(
                                subject,
                                1,
                                clock.instant(),
                                ACTOR,
                                "opened",
                                Map.of("procedure", "etudiant"),
                                Map.of()),
                        new Entry(
                                subject,
                                2,
                                clock.instant(),
                                ACTOR,
                                "answered",
                                Map.of(),
                                Map.of("name", "Nguyễn “Thị” \\ عبد\n")));
    }

    @Test
    void record_gives_back_what_it_wrote() {
        Subject subject = subject();

        Entry entry = record(subject, "opened", Map.of("a", "1"), Map.of("b", "2"));

        assertThat(journal.of(subject)).containsExactly(entry);
    }

    @Test
    void nothing_is_recorded_outside_of_the_transaction_of_the_act() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> journal.record(subject(), ACTOR, "opened", Map.of()));
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> journal.erase(subject(), ACTOR, "retention"));
    }

    @Test
    void an_act_that_is_undone_leaves_no_trace() {
        Subject subject = subject();
        transaction.executeWithoutResult(
                undone -> {
                    journal.record(subject, ACTOR, "opened", Map.of(), Map.of("name", "Awa"));
                    undone.setRollbackOnly();
                });

        assertThat(journal.of(subject)).isEmpty();
        assertThat(record(subject, "opened", Map.of(), Map.of()).number()).isEqualTo(1);
    }

    @Test
    void writers_at_the_same_time_make_one_unbroken_chain() throws Exception {
        Subject subject = subject();
        int writers = 8;
        int each = 25;
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> all =
                    IntStream.range(0, writers)
                            .<Future<?>>mapToObj(
                                    writer ->
                                            threads.submit(
                                                    () ->
                                                            IntStream.range(0, each)
                                                                    .forEach(
                                                                            n ->
                                                                                    record(
                                                                                            subject,
                                                                                            "act",
                                                                                            Map.of(
                                                                                                    "n",
                                                                                                    writer
                                                                                                            + "/"
                                                                                                            + n),
                                                                                            Map
                                                                                                    .of()))))
                            .toList();
            // checkpoints while they write: none may miss what commits late
            checkpoints.make();
            for (Future<?> one : all) {
                one.get();
            }
        }
        checkpoints.make();

        assertThat(journal.of(subject))
                .extracting(Entry::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, writers * each).boxed().toList());
        assertThat(journal.verify()).isInstanceOf(Audit.Sound.class);
        assertThat(waiting(subject)).isZero();
    }

    @Test
    void checkpoints_made_at_the_same_time_follow_each_other() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all =
                    IntStream.range(0, 12)
                            .<Future<?>>mapToObj(
                                    n ->
                                            threads.submit(
                                                    () -> {
                                                        record(
                                                                subject(), "act", Map.of(),
                                                                Map.of());
                                                        checkpoints.make();
                                                    }))
                            .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }

        assertThat(journal.verify()).isInstanceOf(Audit.Sound.class);
    }

    @Test
    void erasing_takes_the_personal_payloads_and_leaves_the_chain_sound() {
        Subject subject = subject();
        Subject other = subject();
        record(subject, "answered", Map.of("field", "name"), Map.of("value", "Awa Diallo"));
        record(other, "answered", Map.of(), Map.of("value", "Minh Nguyễn"));
        checkpoints.make();

        transaction.executeWithoutResult(_ -> journal.erase(subject, ACTOR, "retention"));

        assertThat(journal.of(subject)).extracting(Entry::personal).containsOnly(Map.of());
        assertThat(journal.of(subject).getFirst().facts()).containsEntry("field", "name");
        assertThat(journal.of(subject).getLast())
                .returns("journal.erased", Entry::act)
                .returns(Map.of("reason", "retention"), Entry::facts)
                .returns(ACTOR, Entry::actor);
        assertThat(journal.of(other).getFirst().personal()).containsEntry("value", "Minh Nguyễn");
        assertThat(journal.verify()).isInstanceOf(Audit.Sound.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal.entry set act = 'nothing'",
                "delete from journal.entry",
                "truncate journal.entry cascade",
                "update journal.entry set body = '{}'",
                "update journal.entry set salt = null, body = null",
                "update journal.checkpoint set hash = ''",
                "delete from journal.checkpoint_line",
                "update journal.waiting set number = 1",
                "alter table journal.entry disable trigger all",
                "set session_replication_role = replica",
                "select journal.erase('nothing', 'there')", // unless it was recorded
            })
    void the_role_that_runs_can_neither_change_nor_remove(String sql) {
        record(subject(), "opened", Map.of(), Map.of("name", "Awa"));

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql(sql).update());
    }

    @Test
    void an_identical_payload_does_not_have_an_identical_commitment() {
        Subject subject = subject();
        record(subject, "answered", Map.of(), Map.of("value", "Awa"));
        record(subject, "answered", Map.of(), Map.of("value", "Awa"));

        assertThat(
                        jdbc.sql(
                                        "select distinct encode(commitment, 'hex') from"
                                                + " journal.entry where subject_id = ?")
                                .param(subject.id())
                                .query(String.class)
                                .list())
                .hasSize(2);
    }

    private long waiting(Subject subject) {
        return jdbc.sql("select count(*) from journal.waiting where subject_id = ?")
                .param(subject.id())
                .query(Long.class)
                .single();
    }

    private Entry record(
            Subject subject, String act, Map<String, String> facts, Map<String, String> personal) {
        return transaction.execute(_ -> journal.record(subject, ACTOR, act, facts, personal));
    }

    private static Subject subject() {
        return new Subject("test", UUID.randomUUID().toString());
    }
}
