package fr.gouv.workinfrance.examination.worklist;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.worklist.Worklist.Cursor;
import fr.gouv.workinfrance.examination.worklist.Worklist.Line;
import fr.gouv.workinfrance.examination.worklist.Worklist.View;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The SQL of the worklist, on the view that `dossier` gives. Offices come as two arrays: which,
/// and the last legal date that is at risk there today.
@Component
final class WorklistTable {

    private static final String OFFICES =
            "unnest(:offices::text[], :risks::date[]) as o (office, risk)";

    /// A page of a view: each office gives its own first lines, by its index, and the first of all
    /// those are taken.
    private static final String PAGE =
            """
            select w.*
              from {offices}
             cross join lateral (select d.* from dossier.worklist d
                                  where d.office = o.office and {condition} and {after}
                                  order by {order of d}
                                  limit :limit) w
             order by {order of w}
             limit :limit
            """
                    .replace("{offices}", OFFICES);

    /// The same lines, of which nothing is read but which they are.
    private static final String IDS =
            """
            select w.id
              from {offices}
             cross join lateral (select d.id, d.due, d.ended_at from dossier.worklist d
                                  where d.office = o.office and {condition}
                                  order by {order of d}
                                  limit :limit) w
             order by {order of w}
             limit :limit
            """
                    .replace("{offices}", OFFICES);

    /// What is searched is found first and put in order then: the order says nothing of where it
    /// is.
    private static final String SEARCHED =
            """
            with found as materialized (
                select d.id, d.due from {offices}
                  join dossier.worklist d on d.office = o.office
                 where {condition}
                 limit :many)
            """
                    .replace("{offices}", OFFICES);

    private static final String FOUND =
            SEARCHED
                    + """
                    select w.*, (select count(*) from found) as total
                      from (select f.id from found f where (f.due, f.id) > (:afterDay, :afterId)
                             order by f.due, f.id limit :limit) f
                      join dossier.worklist w on w.id = f.id
                     order by w.due, w.id
                    """;

    private static final String FOUND_IDS =
            SEARCHED + "select f.id from found f order by f.due, f.id limit :limit";

    private static final String TOTAL =
            """
            select count(*)
              from (select from {offices} join dossier.worklist d on d.office = o.office
                     where {condition}
                     limit :many) d
            """
                    .replace("{offices}", OFFICES);

    private static final String COUNTS =
            """
            select open.*, ended.*, unread.*, revised.*
              from (select count(*) as open,
                           count(*) filter (where d.stage = 'SUBMITTED') as new,
                           count(*) filter (where d.assignee = any(:mine)) as mine,
                           count(*) filter (where d.assignee is null) as nobody,
                           count(*) filter (where d.answer_by is not null) as waiting,
                           count(*) filter (where d.awaits_opinion) as consulting,
                           count(*) filter (where d.due <= o.risk) as at_risk,
                           count(*) filter (where d.stage = 'AWAITING_SIGNATURE') as to_sign
                      from %s join dossier.worklist d on d.office = o.office and %s) open,
                   (select count(*) as ended
                      from %s join dossier.worklist d
                        on d.office = o.office and d.ended_at >= :endedSince) ended,
                   (select count(*) as unread
                      from %s join dossier.worklist d
                        on d.office = o.office and d.unread_messages) unread,
                   (select count(*) as revised
                      from %s join dossier.worklist d
                        on d.office = o.office and d.revision_to_sign) revised
            """
                    .formatted(OFFICES, FilterTable.OPEN, OFFICES, OFFICES, OFFICES);

    private static final int AT_ONCE = 1000;

    /// How near the words of a name have to be, out of 1, to those that were typed.
    private static final String NEARNESS =
            "select set_config('pg_trgm.word_similarity_threshold', '0.45', true)";

    private final JdbcClient jdbc;

    WorklistTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Line> page(FilterTable query, View view, @Nullable Cursor after, int limit) {
        String page =
                PAGE.replace("{condition}", query.condition())
                        .replace(
                                "{after}",
                                view.latestFirst()
                                        ? "(d.ended_at, d.id) < (:afterAt, :afterId)"
                                        : "(d.due, d.id) > (:afterDay, :afterId)")
                        .replace("{order of d}", order("d", view))
                        .replace("{order of w}", order("w", view));
        return after(query.bind(jdbc.sql(page)), view, after)
                .param("limit", limit)
                .query(WorklistTable::line)
                .list();
    }

    /// Which lines a view has, in its order: the longest list that is taken out is not held twice.
    List<UUID> ids(FilterTable query, View view, int limit) {
        String ids =
                IDS.replace("{condition}", query.condition())
                        .replace("{order of d}", order("d", view))
                        .replace("{order of w}", order("w", view));
        return query.bind(jdbc.sql(ids))
                .param("limit", limit)
                .withFetchSize(AT_ONCE)
                .query((row, _) -> requireNonNull(row.getObject("id", UUID.class)))
                .list();
    }

    private static String order(String of, View view) {
        return view.latestFirst()
                ? of + ".ended_at desc, " + of + ".id desc"
                : of + ".due, " + of + ".id";
    }

    /// The lines of a search, and how many there are in all.
    Found found(FilterTable query, @Nullable Cursor after, int limit) {
        long[] total = {0};
        List<Line> lines =
                after(
                                query.bind(
                                        jdbc.sql(FOUND.replace("{condition}", query.condition()))),
                                View.ALL,
                                after)
                        .param("limit", limit)
                        .param("many", Worklist.MANY)
                        .query(
                                (row, number) -> {
                                    total[0] = row.getLong("total");
                                    return line(row, number);
                                })
                        .list();
        return new Found(lines, total[0]);
    }

    record Found(List<Line> lines, long total) {}

    /// Which lines a search finds.
    List<UUID> found(FilterTable query, int limit) {
        return query.bind(jdbc.sql(FOUND_IDS.replace("{condition}", query.condition())))
                .param("limit", limit)
                .param("many", Worklist.MANY)
                .query((row, _) -> requireNonNull(row.getObject("id", UUID.class)))
                .list();
    }

    /// How near a word has to be to one that is typed, until the transaction ends.
    void nearness() {
        jdbc.sql(NEARNESS).query(String.class).single();
    }

    long total(FilterTable query) {
        return query.bind(jdbc.sql(TOTAL.replace("{condition}", query.condition())))
                .param("many", Worklist.MANY)
                .query(Long.class)
                .single();
    }

    Map<View, Long> counts(FilterTable query) {
        return query.bind(jdbc.sql(COUNTS)).query(WorklistTable::counts).single();
    }

    private static JdbcClient.StatementSpec after(
            JdbcClient.StatementSpec sql, View view, @Nullable Cursor after) {
        if (view.latestFirst()) {
            return sql.param(
                            "afterAt",
                            Timestamp.from(
                                    after == null
                                            ? Instant.parse("9999-12-31T00:00:00Z")
                                            : Instant.parse(after.key())))
                    .param("afterId", after == null ? new UUID(0, 0) : after.id());
        }
        return sql.param(
                        "afterDay",
                        after == null ? LocalDate.of(1, 1, 1) : LocalDate.parse(after.key()))
                .param("afterId", after == null ? new UUID(0, 0) : after.id());
    }

    private static Map<View, Long> counts(ResultSet row, int number) throws SQLException {
        Map<View, Long> counts = new EnumMap<>(View.class);
        counts.put(View.OPEN, row.getLong("open"));
        counts.put(View.NEW, row.getLong("new"));
        counts.put(View.MINE, row.getLong("mine"));
        counts.put(View.NOBODY, row.getLong("nobody"));
        counts.put(View.WAITING, row.getLong("waiting"));
        counts.put(View.CONSULTING, row.getLong("consulting"));
        counts.put(View.AT_RISK, row.getLong("at_risk"));
        counts.put(View.UNREAD, row.getLong("unread"));
        counts.put(View.TO_SIGN, row.getLong("to_sign") + row.getLong("revised"));
        counts.put(View.ENDED, row.getLong("ended"));
        return counts;
    }

    static Line line(ResultSet row, int number) throws SQLException {
        Date limit = row.getDate("legal_limit");
        Date answerBy = row.getDate("answer_by");
        Timestamp ended = row.getTimestamp("ended_at");
        return new Line(
                row.getObject("id", UUID.class),
                requireNonNull(row.getString("reference")),
                requireNonNull(row.getString("procedure")),
                Stage.Name.valueOf(requireNonNull(row.getString("stage"))),
                requireNonNull(row.getString("office")),
                row.getObject("assignee", UUID.class),
                requireNonNull(row.getTimestamp("submitted_at")).toInstant(),
                limit == null ? null : limit.toLocalDate(),
                answerBy == null ? null : answerBy.toLocalDate(),
                ended == null ? null : ended.toInstant(),
                row.getString("worker_name"),
                row.getString("employer_name"),
                row.getString("employer_siret"),
                row.getBoolean("unread_messages"),
                row.getBoolean("contested"),
                row.getBoolean("silent"),
                row.getBoolean("granted"));
    }
}
