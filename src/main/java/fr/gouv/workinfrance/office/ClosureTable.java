package fr.gouv.workinfrance.office;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The SQL of services that close, and of what their successors have from then on.
@Component
final class ClosureTable {

    private static final String READ =
            """
            select c.*,
                   array(select p.department from office.closure_part p
                          where p.office = c.office order by p.department) as departments,
                   array(select p.successor from office.closure_part p
                          where p.office = c.office order by p.department) as successors
              from office.closure c
            """;

    private static final String OF = READ + " where c.office = :office";

    private static final String LOCKED = OF + " for update of c";

    private static final String ALL = READ + " order by c.last_day, c.office";

    private static final String INSERT =
            """
            insert into office.closure (office, last_day, successor, members, planned_by, planned_at)
            values (:office, :lastDay, :successor, :members, :by, :at)
            on conflict (office) do nothing
            """;

    private static final String INSERT_PARTS =
            """
            insert into office.closure_part (office, department, successor)
            select :office, part.department, part.successor
              from unnest(:departments::text[], :successors::text[]) as part (department, successor)
            """;

    private static final String DELETE =
            "delete from office.closure where office = :office and done_at is null";

    private static final String DONE =
            "update office.closure set done_at = :at where office = :office";

    private static final String ENDS =
            """
            update office.office set valid_until = :until, revision = revision + 1 where id = :office
            """;

    private static final String INHERITS =
            """
            update office.office
               set territory = array(select distinct unnest(territory || :territory::text[]) order by 1),
                   countries = array(select distinct unnest(countries || :countries::text[]) order by 1),
                   everywhere = everywhere or :everywhere,
                   revision = revision + 1
             where id = :office
            """;

    private static final String CHILDREN =
            """
            update office.office set parent = :successor, revision = revision + 1
             where parent = :office and id <> :successor
            """;

    private static final String SKILLS =
            """
            insert into office.skill (office, account, procedure)
            select :successor, account, procedure from office.skill where office = :office
            on conflict do nothing
            """;

    private final JdbcClient jdbc;

    ClosureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Closure> of(String office) {
        return jdbc.sql(OF).param("office", office).query(ClosureTable::closure).optional();
    }

    /// The same, which nobody else can change until the transaction ends.
    Optional<Closure> lock(String office) {
        return jdbc.sql(LOCKED).param("office", office).query(ClosureTable::closure).optional();
    }

    List<Closure> all() {
        return jdbc.sql(ALL).query(ClosureTable::closure).list();
    }

    /// Keeps one; false when that service closes already.
    boolean insert(Closure closure, String by, Instant at) {
        boolean kept =
                jdbc.sql(INSERT)
                                .param("office", closure.office())
                                .param("lastDay", closure.lastDay())
                                .param("successor", closure.successor())
                                .param("members", closure.members())
                                .param("by", by)
                                .param("at", Timestamp.from(at))
                                .update()
                        == 1;
        if (kept) {
            jdbc.sql(INSERT_PARTS)
                    .param("office", closure.office())
                    .param("departments", closure.parts().keySet().toArray(String[]::new))
                    .param("successors", closure.parts().values().toArray(String[]::new))
                    .update();
        }
        return kept;
    }

    /// Takes one back; false when there is none, or all was handed over.
    boolean delete(String office) {
        return jdbc.sql(DELETE).param("office", office).update() == 1;
    }

    void done(String office, Instant at) {
        jdbc.sql(DONE).param("office", office).param("at", Timestamp.from(at)).update();
    }

    /// Its last day; none when it goes on.
    void ends(String office, Optional<LocalDate> lastDay) {
        jdbc.sql(ENDS)
                .param("office", office)
                .param("until", lastDay.map(Date::valueOf).orElse(null), Types.DATE)
                .update();
    }

    void inherits(
            String successor,
            List<String> departments,
            List<String> countries,
            boolean everywhere) {
        jdbc.sql(INHERITS)
                .param("office", successor)
                .param("territory", departments.toArray(String[]::new))
                .param("countries", countries.toArray(String[]::new))
                .param("everywhere", everywhere)
                .update();
    }

    /// Services that belonged to one belong to its successor.
    void adopt(String office, String successor) {
        jdbc.sql(CHILDREN).param("office", office).param("successor", successor).update();
    }

    /// What each handled in one, he handles in its successor.
    void skills(String office, String successor) {
        jdbc.sql(SKILLS).param("office", office).param("successor", successor).update();
    }

    private static Closure closure(ResultSet row, int number) throws SQLException {
        String[] departments = (String[]) requireNonNull(row.getArray("departments")).getArray();
        String[] successors = (String[]) requireNonNull(row.getArray("successors")).getArray();
        TreeMap<String, String> parts = new TreeMap<>();
        for (int i = 0; i < departments.length; i++) {
            parts.put(departments[i], successors[i]);
        }
        Timestamp done = row.getTimestamp("done_at");
        return new Closure(
                requireNonNull(row.getString("office")),
                row.getObject("last_day", LocalDate.class),
                requireNonNull(row.getString("successor")),
                parts,
                row.getBoolean("members"),
                done == null ? null : done.toInstant());
    }
}
