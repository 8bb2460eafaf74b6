package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.FormerDatabase;
import fr.gouv.workinfrance.WifTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.UUID;

/// Requests for corrections that were written before each party sent its own part (V0173).
@WifTest
class CorrectionMigratedTest {

    private static final UUID DOSSIER = UUID.randomUUID();
    private static final UUID SENDER = UUID.randomUUID();

    @Value("${wif.test.superuser-url}")
    String superuser;

    private JdbcClient jdbc;

    @Test
    void what_was_answered_was_sent_by_each_part_that_was_asked_and_what_waits_by_none() {
        FormerDatabase database = new FormerDatabase(superuser, "0172");
        jdbc = database.superuser();
        // of a dossier that need not be there
        jdbc.sql(
                        """
                        set session_replication_role = replica;
                        insert into dossier.correction
                               (dossier, number, asked_at, asked_by, day, answer_by, lines, late, brought,
                                answered_at, answered_by, said)
                        values ('{dossier}', 1, '2026-11-23T09:00:00Z', '{sender}', '2026-11-23',
                                '2026-12-07',
                                '[{"subject": "field:job_title", "part": "EMPLOYER"},
                                  {"subject": "piece:contract", "part": "EMPLOYER"},
                                  {"subject": "piece:enrolment", "part": "WORKER"}]',
                                null, '{}', '2026-11-25T10:00:00Z', '{sender}',
                                '{"piece:enrolment": "Il arrive demain."}'),
                               ('{dossier}', 2, '2026-11-26T09:00:00Z', '{sender}', '2026-11-26',
                                '2026-12-10', '[{"subject": "field:job_title", "part": "EMPLOYER"}]',
                                'Oublié.', '{}', null, null, null)
                        """
                                .replace("{dossier}", DOSSIER.toString())
                                .replace("{sender}", SENDER.toString()))
                .update();

        database.migrate();

        assertThat(sent(1, "{WORKER,said,piece:enrolment}")).isEqualTo("Il arrive demain.");
        assertThat(sent(1, "{WORKER,by}")).isEqualTo(SENDER.toString());
        assertThat(sent(1, "{EMPLOYER,by}")).isEqualTo(SENDER.toString());
        assertThat(sent(1, "{EMPLOYER,at}")).startsWith("2026-11-25T10:00:00");
        assertThat(sent(2, "{}")).isEqualTo("{}");
    }

    private String sent(int number, String path) {
        return jdbc.sql(
                        "select sent #>> :path::text[] from dossier.correction"
                                + " where dossier = :dossier and number = :number")
                .param("path", path)
                .param("dossier", DOSSIER)
                .param("number", number)
                .query(String.class)
                .single();
    }
}
