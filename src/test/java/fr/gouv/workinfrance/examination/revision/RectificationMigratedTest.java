package fr.gouv.workinfrance.examination.revision;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.FormerDatabase;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.permit.Terms;
import fr.gouv.workinfrance.reference.Amount;
import fr.gouv.workinfrance.reference.Per;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/// Rectifications that were written before a date of birth could be mended (V0154, V0155).
@WifTest
class RectificationMigratedTest {

    private static final Rectification MENDED =
            new Rectification(terms("2028-08-31"), terms("2028-06-30"), false, "Une faute.");

    @Autowired JsonMapper json;

    @Value("${wif.test.superuser-url}")
    String superuser;

    private FormerDatabase database;
    private JdbcClient jdbc;

    @BeforeEach
    void a_database_of_that_day() {
        database = new FormerDatabase(superuser, "0152");
        jdbc = database.owner();
    }

    @Test
    void a_rectification_says_the_date_of_birth_and_that_no_silence_gave_what_it_mends() {
        UUID dossier = UUID.randomUUID();
        permit(dossier);
        UUID mended = revision(dossier, Matter.Kind.RECTIFICATION, before(MENDED));

        database.migrate();

        assertThat(matter(mended)).isEqualTo(MENDED);
        assertThat(
                        jdbc.sql("select holder_birth from permit.rectified where permit = :id")
                                .param("id", dossier)
                                .query(String.class)
                                .single())
                .isEqualTo("1999-03-12");
    }

    @Test
    void an_act_of_another_kind_says_what_it_said() {
        UUID dossier = UUID.randomUUID();
        permit(dossier);
        Withdrawal withdrawal =
                new Withdrawal("fraud", "Les faits.", LocalDate.parse("2026-12-15"));
        UUID taken = revision(dossier, Matter.Kind.WITHDRAWAL, json.writeValueAsString(withdrawal));

        database.migrate();

        assertThat(matter(taken)).isEqualTo(withdrawal);
    }

    /// As it was written then.
    private String before(Rectification matter) {
        ObjectNode written = json.valueToTree(matter);
        written.remove("acquired");
        ((ObjectNode) written.get("before")).remove("birth");
        ((ObjectNode) written.get("after")).remove("birth");
        return json.writeValueAsString(written);
    }

    private Matter matter(UUID revision) {
        return new RevisionTable(jdbc, json).find(revision).orElseThrow().matter();
    }

    private void permit(UUID dossier) {
        jdbc.sql(
                        """
                        insert into permit.permit
                               (decision, dossier, number, code_hash, holder, holder_birth, employer,
                                employer_siret, job, contract, hours, hours_per, from_day, until_day,
                                issued_at)
                        values (:id, :id, :id::text, :id::text, 'Awa Ndiaye', '1999-03-12', 'Lices',
                                '73282932000074', 'Assistante de gestion', 'cdd', 35, 'WEEK',
                                '2026-12-01', '2028-08-31', '2026-11-23T09:00:00Z')
                        """)
                .param("id", dossier)
                .update();
        jdbc.sql(
                        """
                        insert into permit.rectified
                               (permit, since, holder, employer, job, hours, hours_per, from_day, until_day)
                        select decision, issued_at, holder, employer, job, hours, hours_per, from_day,
                               until_day
                          from permit.permit where dossier = :id
                        """)
                .param("id", dossier)
                .update();
    }

    private UUID revision(UUID dossier, Matter.Kind kind, String content) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into examination.revision
                               (id, dossier, kind, content, drafted_by, drafted_at, state, state_by, state_at)
                        values (:id, :dossier, :kind, :content::jsonb, :id, '2026-11-23T09:00:00Z',
                                'DRAFTED', :id, '2026-11-23T09:00:00Z')
                        """)
                .param("id", id)
                .param("dossier", dossier)
                .param("kind", kind.name())
                .param("content", content)
                .update();
        return id;
    }

    private static Terms terms(String until) {
        return new Terms(
                "Awa Ndiaye",
                "1999-03-12",
                "Lices",
                "Assistante de gestion",
                new Amount(BigDecimal.valueOf(35), Per.WEEK),
                LocalDate.parse("2026-12-01"),
                LocalDate.parse(until));
    }
}
