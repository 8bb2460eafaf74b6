package fr.gouv.workinfrance.journal;

import static fr.gouv.workinfrance.journal.Audit.Flaw.Kind.CHANGED;
import static fr.gouv.workinfrance.journal.Audit.Flaw.Kind.CHECKPOINT_FORGED;
import static fr.gouv.workinfrance.journal.Audit.Flaw.Kind.CUT;
import static fr.gouv.workinfrance.journal.Audit.Flaw.Kind.INSERTED;
import static fr.gouv.workinfrance.journal.Audit.Flaw.Kind.PAYLOAD_CHANGED;
import static fr.gouv.workinfrance.journal.Audit.Flaw.Kind.REMOVED;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.journal.Audit.Flaw;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/// Two chains, `test:a` and `test:b`, of four entries under a checkpoint and one more under a
/// second one; then a superuser, for whom no grant and no trigger stands, in a database that no
/// other test has.
@WifTest
@TestPropertySource(properties = "wif.test.database=wif_journal_tampering")
class JournalTamperingTest {

    private static final Actor ACTOR = Actor.system("test");

    @Autowired Journal journal;
    @Autowired Checkpoints checkpoints;
    @Autowired AuditTable entries;
    @Autowired CheckpointTable table;
    @Autowired Signer signer;
    @Autowired TransactionTemplate transaction;

    @Value("${wif.test.superuser-url}")
    String superuser;

    @BeforeEach
    void write_two_chains() throws SQLException {
        tamper(
                "truncate journal.entry, journal.waiting, journal.checkpoint,"
                        + " journal.checkpoint_line");
        for (int n = 1; n <= 4; n++) {
            record("a");
            record("b");
        }
        checkpoints.make();
        record("a");
        record("b");
        checkpoints.make();
        assertThat(journal.verify())
                .isInstanceOfSatisfying(
                        Audit.Sound.class,
                        sound -> {
                            assertThat(sound.entries()).isEqualTo(10);
                            assertThat(sound.chains()).isEqualTo(2);
                            assertThat(sound.checkpoints()).isEqualTo(2);
                            assertThat(sound.waiting()).isZero();
                            assertThat(sound.last()).startsWith("2:");
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    at = at - interval '1 microsecond' where subject_id = 'a' and number = 2
                    actor_kind = 'VISITOR' where subject_id = 'a' and number = 2
                    actor_id = 'someone else' where subject_id = 'a' and number = 2
                    act = 'nothing' where subject_id = 'a' and number = 2
                    facts = '{"n":"3"}' where subject_id = 'a' and number = 2
                    commitment = hash where subject_id = 'a' and number = 2
                    commitment = null where subject_id = 'a' and number = 2
                    hash = commitment where subject_id = 'a' and number = 2
                    """)
    void a_changed_column_is_found(String set) throws SQLException {
        tamper("update journal.entry set " + set);

        assertThat(flaws()).contains(CHANGED);
    }

    @Test
    void an_entry_moved_to_another_chain_is_found() throws SQLException {
        tamper("update journal.entry set subject_id = 'c' where subject_id = 'a' and number = 2");

        assertThat(flaws()).containsExactlyInAnyOrder(REMOVED, CUT);
    }

    @Test
    void an_entry_written_again_with_its_hash_is_found_by_its_signature() throws SQLException {
        rewrite("a", 5);

        assertThat(found()).contains(new Flaw(INSERTED, "test:a", 5)).hasSize(2);
        assertThat(flaws()).contains(CUT); // the checkpoint knows another hash
    }

    @Test
    void a_removed_entry_is_found() throws SQLException {
        tamper("delete from journal.entry where subject_id = 'a' and number = 2");

        assertThat(found()).containsExactly(new Flaw(REMOVED, "test:a", 3));
    }

    @Test
    void a_removed_beginning_is_found() throws SQLException {
        tamper("delete from journal.entry where subject_id = 'a' and number = 1");

        assertThat(found()).containsExactly(new Flaw(REMOVED, "test:a", 2));
    }

    @Test
    void an_entry_removed_with_the_rest_renumbered_is_found() throws SQLException {
        tamper("delete from journal.entry where subject_id = 'a' and number = 2");
        tamper(
                "update journal.entry set number = number - 1 where subject_id = 'a' and number >"
                        + " 2");

        assertThat(flaws()).contains(CHANGED, CUT);
    }

    @Test
    void an_inserted_entry_is_found() throws SQLException {
        tamper(
                """
                insert into journal.entry
                select at, 6, subject_kind, subject_id, actor_kind, actor_id, act, facts,
                       hash, signature, commitment, salt, body
                  from journal.entry where subject_id = 'a' and number = 5
                """);
        rewrite("a", 6);

        assertThat(found()).contains(new Flaw(INSERTED, "test:a", 6));
    }

    @Test
    void a_whole_chain_made_up_is_found() throws SQLException {
        tamper(
                """
                insert into journal.entry
                select at, number, subject_kind, 'c', actor_kind, actor_id, act, facts,
                       hash, signature, commitment, salt, body
                  from journal.entry where subject_id = 'a' and number = 1
                """);
        rewrite("c", 1);

        assertThat(found()).contains(new Flaw(INSERTED, "test:c", 1));
    }

    @Test
    void two_entries_exchanged_are_found() throws SQLException {
        tamper(
                "update journal.entry set number = number + 100 where subject_id = 'a' and number"
                        + " in (2, 3)",
                "update journal.entry set number = 105 - number where number > 100");

        assertThat(flaws()).contains(CHANGED);
    }

    @Test
    void a_cut_tail_is_found() throws SQLException {
        tamper("delete from journal.entry where subject_id = 'a' and number = 5");

        assertThat(found()).containsExactly(new Flaw(CUT, "test:a", 5));
    }

    @Test
    void a_chain_that_vanished_is_found() throws SQLException {
        tamper("delete from journal.entry where subject_id = 'a'");

        assertThat(found())
                .containsExactlyInAnyOrder(new Flaw(CUT, "test:a", 4), new Flaw(CUT, "test:a", 5));
    }

    @Test
    void a_tail_cut_before_its_checkpoint_is_found_too() throws SQLException {
        record("a");
        tamper("delete from journal.entry where subject_id = 'a' and number = 6");

        assertThat(found()).containsExactly(new Flaw(CUT, "test:a", 6));

        record("b");
        checkpoints.make();

        assertThat(found()).containsExactly(new Flaw(CUT, "test:a", 6));
    }

    @Test
    void a_changed_payload_is_found() throws SQLException {
        tamper(
                "update journal.entry set body = '{\"name\":\"B\"}' where subject_id = 'a' and"
                        + " number = 2");

        assertThat(found()).containsExactly(new Flaw(PAYLOAD_CHANGED, "test:a", 2));
    }

    @Test
    void a_payload_that_goes_without_an_act_of_erasure_is_found() throws SQLException {
        tamper(
                "update journal.entry set salt = null, body = null where subject_id = 'a' and"
                        + " number = 2");

        assertThat(found()).containsExactly(new Flaw(PAYLOAD_CHANGED, "test:a", 2));
    }

    @Test
    void a_payload_that_comes_from_nowhere_is_found() throws SQLException {
        transaction.executeWithoutResult(
                _ -> journal.record(new Subject("test", "b"), ACTOR, "act", Map.of()));
        tamper(
                "update journal.entry set salt = 'salt', body = '{}' where subject_id = 'b' and"
                        + " number = 6");

        assertThat(found()).containsExactly(new Flaw(PAYLOAD_CHANGED, "test:b", 6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    update journal.checkpoint set at = at + interval '1 second' where number = 1
                    update journal.checkpoint set hash = previous where number = 1
                    update journal.checkpoint set signature = '\\x00' where number = 1
                    update journal.checkpoint_line set length = 3 where length = 4
                    delete from journal.checkpoint_line where checkpoint = 1 and subject_id = 'a'
                    delete from journal.checkpoint_line where checkpoint = 1
                    delete from journal.checkpoint where number = 1
                    """)
    void a_forged_checkpoint_is_found(String sql) throws SQLException {
        tamper(sql);

        assertThat(flaws()).contains(CHECKPOINT_FORGED);
    }

    @Test
    void a_tail_cut_with_a_checkpoint_shortened_to_hide_it_is_found() throws SQLException {
        tamper(
                "delete from journal.entry where subject_id = 'a' and number = 5",
                "delete from journal.checkpoint_line where subject_id = 'a' and length = 5");

        assertThat(found()).containsExactly(new Flaw(CHECKPOINT_FORGED, "checkpoint", 2));
    }

    @Test
    void the_last_checkpoint_removed_shows_on_what_it_covered() throws SQLException {
        tamper(
                "delete from journal.entry where subject_id = 'a' and number = 5",
                "delete from journal.checkpoint_line where checkpoint = 2",
                "delete from journal.checkpoint where number = 2");

        assertThat(found()).containsExactly(new Flaw(CUT, "test:b", 5));
    }

    @Test
    void a_checkpoint_kept_elsewhere_finds_a_past_removed_whole() throws SQLException {
        String kept = ((Audit.Sound) journal.verify()).last();
        tamper(
                "delete from journal.entry where number = 5",
                "delete from journal.checkpoint_line where checkpoint = 2",
                "delete from journal.checkpoint where number = 2");

        assertThat(journal.verify()).isInstanceOf(Audit.Sound.class); // all that is left agrees

        JournalSettings settings = new JournalSettings("unused here", kept);
        Audit audit =
                transaction.execute(_ -> new Verifier(entries, table, signer, settings).verify());
        assertThat(audit).isEqualTo(new Audit.Broken(List.of(new Flaw(CUT, "checkpoint", 1))));
    }

    @Test
    void a_checkpoint_kept_elsewhere_that_is_still_there_is_sound() {
        String kept = ((Audit.Sound) journal.verify()).last();
        record("a");
        checkpoints.make();

        Audit audit =
                transaction.execute(
                        _ ->
                                new Verifier(
                                                entries,
                                                table,
                                                signer,
                                                new JournalSettings("unused here", kept))
                                        .verify());

        assertThat(audit).isInstanceOf(Audit.Sound.class);
    }

    @Test
    void every_flaw_is_found_in_a_table_rewritten_whole_and_the_first_thousand_told()
            throws SQLException {
        tamper(
                """
                insert into journal.entry
                select at, n, subject_kind, 'c', actor_kind, actor_id, act, facts,
                       hash, signature, commitment, salt, body
                  from journal.entry, generate_series(1, 3000) n
                 where subject_id = 'a' and number = 1
                """);

        assertThat(found()).hasSize(Audit.Broken.TOLD);
    }

    @Test
    void what_was_found_is_told_and_gives_the_way_the_command_ends() throws SQLException {
        Audit sound = journal.verify();
        assertThat(VerifyCommand.code(sound)).isZero();
        assertThat(VerifyCommand.told(sound))
                .contains("sound", "10 entries in 2 chains", "2 checkpoints");

        tamper("delete from journal.entry where subject_id = 'a' and number = 5");

        Audit broken = journal.verify();
        assertThat(VerifyCommand.code(broken)).isEqualTo(1);
        assertThat(VerifyCommand.told(broken)).contains("TAMPERED", "CUT test:a #5");
    }

    private void record(String id) {
        transaction.executeWithoutResult(
                _ ->
                        journal.record(
                                new Subject("test", id),
                                ACTOR,
                                "act",
                                Map.of("n", "1"),
                                Map.of("name", "A")));
    }

    private List<Flaw> found() {
        return switch (journal.verify()) {
            case Audit.Sound _ -> List.of();
            case Audit.Broken(var flaws) -> flaws;
        };
    }

    private List<Flaw.Kind> flaws() {
        return found().stream().map(Flaw::kind).distinct().toList();
    }

    /// What someone does who knows how a hash is made, and has all but the key: other facts, and a
    /// hash that agrees with them.
    private void rewrite(String id, int number) throws SQLException {
        tamper(
                "update journal.entry set act = 'forged' where subject_id = '%s' and number = %d"
                        .formatted(id, number),
                """
                update journal.entry e
                   set hash = sha256(convert_to(
                       '{"act":"forged","actor":"' || actor_kind || ':' || actor_id
                       || '","at":"' || to_char(at at time zone 'UTC',
                                                'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                       || '","commitment":"' || encode(commitment, 'hex')
                       || '","facts":"' || replace(facts, '"', '\\"')
                       || '","number":"' || number
                       || '","previous":"' || coalesce(
                              (select encode(b.hash, 'hex') from journal.entry b
                                where b.subject_id = e.subject_id and b.number = e.number - 1),
                              repeat('0', 64))
                       || '","subject":"test:' || subject_id || '"}', 'UTF8'))
                 where subject_id = '%s' and number = %d
                """
                        .formatted(id, number));
    }

    private void tamper(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(superuser);
                Statement sql = connection.createStatement()) {
            sql.execute("set session_replication_role = replica");
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }
}
