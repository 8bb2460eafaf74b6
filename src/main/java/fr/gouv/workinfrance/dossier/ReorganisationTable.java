package fr.gouv.workinfrance.dossier;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The SQL of requests that go from an office to another, many at once.
@Component
final class ReorganisationTable {

    /// What was signed is sealed first, under the name of the office that decided.
    private static final String MOVABLE =
            """
             d.office = :office
               and (d.stage <> 'DECIDED'
                    or exists (select from dossier.deed e
                                where e.dossier = d.id and e.kind = 'DECISION'))
            """;

    private static final String ANY =
            "select exists (select from dossier.dossier d where" + MOVABLE + ")";

    private static final String NEXT =
            """
            select {columns}
              from dossier.dossier d
             where {movable} and d.id > :after
             order by d.id
             limit :limit
               for update of d
            """
                    .replace("{movable}", MOVABLE)
                    .replace("{columns}", AnsweredRowTable.COLUMNS);

    private static final String MOVE =
            SpellingTable.with(
                    """
                    update dossier.dossier
                       set version = version + 1, touched_at = :now, office = :office,
                           assignee = case when :keep or stage in ('DECIDED', 'WITHDRAWN') then assignee end,
                           examined_since = case when stage = 'AWAITING_SIGNATURE' then :now
                                                 else examined_since end,
                           decision = case when stage <> 'AWAITING_SIGNATURE' then decision end,
                           stage = case when stage = 'AWAITING_SIGNATURE' then 'IN_EXAMINATION'
                                        else stage end
                     where id = any(:ids)
                    """);

    private static final String RELEASE =
            """
            update dossier.assignment a set until_at = :now
              from dossier.dossier d
             where d.id = a.dossier and d.id = any(:ids) and d.assignee is null
               and a.until_at is null
            """;

    private static final String COUNTS =
            """
            select d.stage, count(*) as many from dossier.dossier d
             where d.office = :office
             group by d.stage
            """;

    private static final String PAGE =
            """
            select {columns}
              from dossier.dossier d
             where d.office = :office and d.id > :after
             order by d.id
             limit :limit
            """
                    .replace("{columns}", AnsweredRowTable.COLUMNS);

    private static final String DRAFTS =
            """
            select {columns}
              from dossier.dossier d
             where d.stage = 'DRAFT' and d.id > :after
             order by d.id
             limit :limit
            """
                    .replace("{columns}", AnsweredRowTable.COLUMNS);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReorganisationTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    boolean any(String office) {
        return jdbc.sql(ANY).param("office", office).query(Boolean.class).single();
    }

    /// The next ones, which nobody else can change until the transaction ends.
    List<AnsweredRow> next(String office, UUID after, int limit) {
        return jdbc.sql(NEXT)
                .param("office", office)
                .param("after", after)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /// @param keep whether who is in charge stays so
    void move(Collection<UUID> ids, String office, boolean keep, Instant now) {
        UUID[] all = ids.toArray(UUID[]::new);
        jdbc.sql(MOVE)
                .param("ids", all)
                .param("office", office)
                .param("keep", keep)
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
        jdbc.sql(RELEASE).param("ids", all).param("now", Timestamp.from(now)).update();
    }

    /// How many requests an office has, by stage.
    Map<Stage.Name, Long> counts(String office) {
        Map<Stage.Name, Long> counts = new EnumMap<>(Stage.Name.class);
        jdbc.sql(COUNTS)
                .param("office", office)
                .query(
                        row -> {
                            counts.put(Stage.Name.valueOf(text(row, "stage")), row.getLong("many"));
                        });
        return counts;
    }

    List<AnsweredRow> page(String office, UUID after, int limit) {
        return jdbc.sql(PAGE)
                .param("office", office)
                .param("after", after)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    List<AnsweredRow> drafts(UUID after, int limit) {
        return jdbc.sql(DRAFTS).param("after", after).param("limit", limit).query(this::row).list();
    }

    private AnsweredRow row(ResultSet row, int number) throws SQLException {
        return new AnsweredRowTable(json, row).answered();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getString(column), column);
    }
}
