package fr.gouv.workinfrance.examination;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.Worklist.Cursor;
import fr.gouv.workinfrance.examination.Worklist.Line;
import fr.gouv.workinfrance.examination.Worklist.View;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The SQL of the worklist, on the view that `dossier` gives.
@Component
final class WorklistTable {

    private static final String VIEWS =
            """
            case :view
                when 'OPEN' then w.stage in ('SUBMITTED', 'COMPLETE', 'IN_EXAMINATION', 'AWAITING_SIGNATURE')
                when 'NEW' then w.stage = 'SUBMITTED'
                when 'MINE' then w.assignee = :me
                     and w.stage in ('SUBMITTED', 'COMPLETE', 'IN_EXAMINATION', 'AWAITING_SIGNATURE')
                when 'NOBODY' then w.assignee is null
                     and w.stage in ('SUBMITTED', 'COMPLETE', 'IN_EXAMINATION', 'AWAITING_SIGNATURE')
                when 'TO_SIGN' then w.stage = 'AWAITING_SIGNATURE'
                when 'DONE' then w.stage in ('DECIDED', 'WITHDRAWN')
            end
            """;

    private static final String PAGE =
            """
            select w.* from dossier.worklist w
             where w.office = any(:offices)
               and %s
               and (coalesce(w.legal_limit, date '9999-12-31'), w.id) > (:afterLimit, :afterId)
             order by coalesce(w.legal_limit, date '9999-12-31'), w.id
             limit :limit
            """
                    .formatted(VIEWS);

    private static final String SEARCH =
            """
            select w.* from dossier.worklist w
             where w.office = any(:offices)
               and (w.reference = :reference or w.employer_siret = :siret
                    or (:words <> '' and w.search_text like :pattern))
             order by coalesce(w.legal_limit, date '9999-12-31'), w.id
             limit :limit
            """;

    private static final String COUNTS =
            """
            select count(*) filter (where w.stage <> 'DECIDED' and w.stage <> 'WITHDRAWN') as open,
                   count(*) filter (where w.stage = 'SUBMITTED') as new,
                   count(*) filter (where w.assignee = :me and w.stage <> 'DECIDED' and w.stage <> 'WITHDRAWN') as mine,
                   count(*) filter (where w.assignee is null and w.stage <> 'DECIDED' and w.stage <> 'WITHDRAWN') as nobody,
                   count(*) filter (where w.stage = 'AWAITING_SIGNATURE') as to_sign,
                   count(*) filter (where w.stage in ('DECIDED', 'WITHDRAWN')) as done
              from dossier.worklist w
             where w.office = any(:offices)
            """;

    private final JdbcClient jdbc;

    WorklistTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Line> page(
            Collection<String> offices, View view, UUID me, @Nullable Cursor after, int limit) {
        return jdbc.sql(PAGE)
                .param("offices", offices.toArray(String[]::new))
                .param("view", view.name())
                .param("me", me)
                .param(
                        "afterLimit",
                        Date.valueOf(after == null ? LocalDate.of(1, 1, 1) : after.limit()))
                .param("afterId", after == null ? new UUID(0, 0) : after.id())
                .param("limit", limit)
                .query(WorklistTable::line)
                .list();
    }

    /// @param words without accents or case; empty to look by number alone
    List<Line> search(
            Collection<String> offices, String reference, String siret, String words, int limit) {
        return jdbc.sql(SEARCH)
                .param("offices", offices.toArray(String[]::new))
                .param("reference", reference)
                .param("siret", siret)
                .param("words", words)
                .param("pattern", "%" + words.replaceAll("[%_\\\\]", "") + "%")
                .param("limit", limit)
                .query(WorklistTable::line)
                .list();
    }

    Map<View, Long> counts(Collection<String> offices, UUID me) {
        return jdbc.sql(COUNTS)
                .param("offices", offices.toArray(String[]::new))
                .param("me", me)
                .query(WorklistTable::counts)
                .single();
    }

    private static Map<View, Long> counts(ResultSet row, int number) throws SQLException {
        Map<View, Long> counts = new EnumMap<>(View.class);
        counts.put(View.OPEN, row.getLong("open"));
        counts.put(View.NEW, row.getLong("new"));
        counts.put(View.MINE, row.getLong("mine"));
        counts.put(View.NOBODY, row.getLong("nobody"));
        counts.put(View.TO_SIGN, row.getLong("to_sign"));
        counts.put(View.DONE, row.getLong("done"));
        return counts;
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        Date limit = row.getDate("legal_limit");
        return new Line(
                row.getObject("id", UUID.class),
                requireNonNull(row.getString("reference")),
                requireNonNull(row.getString("procedure")),
                Stage.Name.valueOf(requireNonNull(row.getString("stage"))),
                row.getObject("assignee", UUID.class),
                requireNonNull(row.getTimestamp("submitted_at")).toInstant(),
                limit == null ? null : limit.toLocalDate(),
                row.getString("worker_name"),
                row.getString("employer_name"),
                row.getString("employer_siret"),
                row.getBoolean("contested"),
                row.getBoolean("silent"));
    }
}
