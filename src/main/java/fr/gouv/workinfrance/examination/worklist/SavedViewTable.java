package fr.gouv.workinfrance.examination.worklist;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The SQL of the views that people keep.
@Component
final class SavedViewTable {

    private static final String SEEN =
            """
            select * from examination.saved_view
             where owner = :account or office = any(:offices)
             order by office is not null, name, id
            """;

    private static final String BY_ID = "select * from examination.saved_view where id = :id";

    private static final String INSERT =
            """
            insert into examination.saved_view (id, owner, office, name, query, saved_at)
            values (:id, :owner, :office, :name, :query, :at)
            """;

    private static final String DELETE = "delete from examination.saved_view where id = :id";

    private static final String SUCCEED =
            "update examination.saved_view set office = :successor where office = :office";

    private final JdbcClient jdbc;

    SavedViewTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SavedView> seen(UUID account, Collection<String> offices) {
        return jdbc.sql(SEEN)
                .param("account", account)
                .param("offices", offices.toArray(String[]::new))
                .query(SavedViewTable::view)
                .list();
    }

    Optional<SavedView> find(UUID id) {
        return jdbc.sql(BY_ID).param("id", id).query(SavedViewTable::view).optional();
    }

    void insert(SavedView view, Instant at) {
        jdbc.sql(INSERT)
                .param("id", view.id())
                .param("owner", view.owner())
                .param("office", view.office())
                .param("name", view.name())
                .param("query", view.query())
                .param("at", Timestamp.from(at))
                .update();
    }

    void delete(UUID id) {
        jdbc.sql(DELETE).param("id", id).update();
    }

    void succeed(String office, String successor) {
        jdbc.sql(SUCCEED).param("office", office).param("successor", successor).update();
    }

    private static SavedView view(ResultSet row, int number) throws SQLException {
        return new SavedView(
                row.getObject("id", UUID.class),
                row.getObject("owner", UUID.class),
                row.getString("office"),
                requireNonNull(row.getString("name")),
                requireNonNull(row.getString("query")));
    }
}
