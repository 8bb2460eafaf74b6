package fr.gouv.workinfrance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Map;

@WifTest
class ApplicationTest {

    @Autowired JdbcClient jdbc;

    @Test
    void the_service_runs_as_a_role_that_owns_nothing() {
        Map<String, Object> role =
                jdbc.sql(
                                """
                                select current_user as name, rolsuper, rolcreaterole, rolcreatedb,
                                       (select count(*) from pg_class where relowner = r.oid) as owned
                                  from pg_roles r where rolname = current_user
                                """)
                        .query()
                        .singleRow();

        assertThat(role)
                .containsEntry("name", "wif_app")
                .containsEntry("rolsuper", false)
                .containsEntry("rolcreaterole", false)
                .containsEntry("rolcreatedb", false)
                .containsEntry("owned", 0L);
    }

    @Test
    void nothing_that_is_committed_can_be_lost() {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
    }

    @Test
    void nothing_that_the_demonstration_keeps_is_there() {
        assertThat(
                        jdbc.sql("select schema_name from information_schema.schemata")
                                .query(String.class)
                                .list())
                .contains("dossier", "journal")
                .doesNotContain("demo");
    }

    private String setting(String name) {
        return jdbc.sql("select setting from pg_settings where name = :name")
                .param("name", name)
                .query(String.class)
                .single();
    }
}
