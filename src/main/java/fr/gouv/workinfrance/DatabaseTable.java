package fr.gouv.workinfrance;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

/// What the database says of itself and of who asks.
final class DatabaseTable {

    private static final String ROLE =
            """
            select r.rolname as name, r.rolsuper or r.rolbypassrls or r.rolcreaterole as superuser,
                   coalesce(
                       (select 'the database' from pg_database d
                         where d.datname = current_database()
                           and pg_has_role(r.oid, d.datdba, 'member')),
                       (select 'the schema ' || n.nspname from pg_namespace n
                         where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                           and pg_has_role(r.oid, n.nspowner, 'member')
                         order by n.nspname limit 1),
                       (select 'the table ' || c.oid::regclass from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                         where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                           and pg_has_role(r.oid, c.relowner, 'member')
                         order by c.relname limit 1),
                       '') as owned
              from pg_roles r
             where r.rolname = current_user
            """;

    private static final String OF_DEMONSTRATION =
            "select exists (select from pg_namespace where nspname = 'demo')";

    private final JdbcClient jdbc;

    /// The front doors are not there yet when this is asked.
    DatabaseTable(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /// Whom the service runs as.
    ///
    /// @param superuser whether it may do all, or make itself such
    /// @param owned what it owns, itself or as a member of another role; empty when nothing
    record Role(String name, boolean superuser, String owned) {}

    Role role() {
        return jdbc.sql(ROLE).query(DatabaseTable::read).single();
    }

    boolean ofDemonstration() {
        return jdbc.sql(OF_DEMONSTRATION).query(Boolean.class).single();
    }

    private static Role read(ResultSet row, int number) throws SQLException {
        return new Role(
                requireNonNull(row.getString("name")),
                row.getBoolean("superuser"),
                requireNonNull(row.getString("owned")));
    }
}
