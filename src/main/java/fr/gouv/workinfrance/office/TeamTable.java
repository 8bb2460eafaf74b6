package fr.gouv.workinfrance.office;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The SQL of absences and skills.
@Component
final class TeamTable {

    private static final String ABSENCES =
            """
            select * from office.absence
             where account = any(:accounts) and last_day >= :today
             order by first_day, id
            """;

    private static final String ABSENCE = "select * from office.absence where id = :id";

    private static final String COVERED =
            """
            select account from office.absence
             where cover = :cover and first_day <= :today and last_day >= :today
            """;

    private static final String ADD_ABSENCE =
            """
            insert into office.absence (id, account, first_day, last_day, cover)
            values (:id, :account, :first, :last, :cover)
            """;

    private static final String REMOVE_ABSENCE = "delete from office.absence where id = :id";

    private static final String SKILLS =
            "select account, procedure from office.skill where office = :office";

    private static final String REMOVE_SKILLS =
            "delete from office.skill where office = :office and account = :account";

    private static final String ADD_SKILLS =
            """
            insert into office.skill (office, account, procedure)
            select :office, :account, unnest(:procedures)
            """;

    private final JdbcClient jdbc;

    TeamTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Absence> absences(Collection<UUID> accounts, LocalDate today) {
        return jdbc.sql(ABSENCES)
                .param("accounts", accounts.toArray(UUID[]::new))
                .param("today", today)
                .query(TeamTable::absence)
                .list();
    }

    Optional<Absence> absence(UUID id) {
        return jdbc.sql(ABSENCE).param("id", id).query(TeamTable::absence).optional();
    }

    Set<UUID> covered(UUID cover, LocalDate today) {
        return Set.copyOf(
                jdbc.sql(COVERED)
                        .param("cover", cover)
                        .param("today", today)
                        .query((row, _) -> row.getObject("account", UUID.class))
                        .list());
    }

    void add(Absence absence) {
        jdbc.sql(ADD_ABSENCE)
                .param("id", absence.id())
                .param("account", absence.account())
                .param("first", absence.first())
                .param("last", absence.last())
                .param("cover", absence.cover())
                .update();
    }

    void remove(UUID absence) {
        jdbc.sql(REMOVE_ABSENCE).param("id", absence).update();
    }

    Map<UUID, Set<String>> skills(String office) {
        Map<UUID, Set<String>> skills = new HashMap<>();
        jdbc.sql(SKILLS)
                .param("office", office)
                .query(
                        row -> {
                            skills.computeIfAbsent(
                                            row.getObject("account", UUID.class),
                                            _ -> new HashSet<>())
                                    .add(row.getString("procedure"));
                        });
        return skills;
    }

    void skills(String office, UUID account, Set<String> procedures) {
        jdbc.sql(REMOVE_SKILLS).param("office", office).param("account", account).update();
        jdbc.sql(ADD_SKILLS)
                .param("office", office)
                .param("account", account)
                .param("procedures", procedures.toArray(String[]::new))
                .update();
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("cover", UUID.class));
    }
}
