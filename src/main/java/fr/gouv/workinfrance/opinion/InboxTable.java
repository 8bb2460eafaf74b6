package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.opinion.Inbox.Cursor;
import fr.gouv.workinfrance.opinion.Inbox.Load;
import fr.gouv.workinfrance.opinion.Inbox.Part;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The SQL of the inboxes of services.
@Component
final class InboxTable {

    /// What waits is read once for all its parts; what is past is counted from its index alone.
    private static final String COUNTS =
            """
            select count(*) as waiting,
                   count(*) filter (where taker = :account) as mine,
                   count(*) filter (where taker is null) as nobodys,
                   count(*) filter (where due < :today) as late,
                   (select count(*) from opinion.consultation p
                     where p.office = :office and p.state <> 'AWAITED') as past
              from opinion.consultation
             where office = :office and state = 'AWAITED'
            """;

    private static final String WAITING =
            """
            select * from opinion.consultation
             where office = :office and state = 'AWAITED'
               and (:part <> 'MINE' or taker = :account)
               and (:part <> 'NOBODYS' or taker is null)
               and (:part <> 'LATE' or due < :today)
               and (due, id) > (:after::date, :after_id)
             order by due, id
             limit :limit
            """;

    private static final String PAST =
            """
            select * from opinion.consultation
             where office = :office and state <> 'AWAITED'
               and (ended_at, id) < (:after::timestamptz, :after_id)
             order by ended_at desc, id desc
             limit :limit
            """;

    private static final String LOAD =
            """
            select taker, count(*) as waiting, count(*) filter (where due < :today) as late
              from opinion.consultation
             where office = :office and state = 'AWAITED'
             group by taker
            """;

    private static final String PACE =
            """
            select count(*) as answered, count(*) filter (where late) as late,
                   percentile_disc(0.5) within group (order by extract(day from ended_at - asked_at)::int)
                       as days
              from (select late, ended_at, asked_at from opinion.consultation
                     where office = :office and state = 'GIVEN'
                     order by ended_at desc limit 100) lately
            """;

    private static final String TAKEN =
            """
            select id from opinion.consultation
             where office = :office and state = 'AWAITED' and taker = :account
             order by due, id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    InboxTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Map<Part, Integer> counts(String office, UUID account, LocalDate today) {
        return jdbc.sql(COUNTS)
                .param("office", office)
                .param("account", account)
                .param("today", today)
                .query(
                        (row, _) -> {
                            Map<Part, Integer> counts = new EnumMap<>(Part.class);
                            counts.put(Part.WAITING, row.getInt("waiting"));
                            counts.put(Part.MINE, row.getInt("mine"));
                            counts.put(Part.NOBODYS, row.getInt("nobodys"));
                            counts.put(Part.LATE, row.getInt("late"));
                            counts.put(Part.PAST, row.getInt("past"));
                            return counts;
                        })
                .single();
    }

    /// What waits, the first day first; what is past, the newest first.
    List<Consultation> page(
            String office,
            UUID account,
            LocalDate today,
            Part part,
            @Nullable Cursor after,
            int limit) {
        if (part == Part.PAST) {
            return jdbc.sql(PAST)
                    .param("office", office)
                    .param("after", after == null ? "infinity" : after.key())
                    .param("after_id", after == null ? new UUID(-1, -1) : after.id())
                    .param("limit", limit)
                    .query(this::consultation)
                    .list();
        }
        return jdbc.sql(WAITING)
                .param("office", office)
                .param("part", part.name())
                .param("account", account)
                .param("today", today)
                .param("after", after == null ? "-infinity" : after.key())
                .param("after_id", after == null ? new UUID(0, 0) : after.id())
                .param("limit", limit)
                .query(this::consultation)
                .list();
    }

    List<UUID> takenBy(String office, UUID account) {
        return jdbc.sql(TAKEN)
                .param("office", office)
                .param("account", account)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    Load load(String office, LocalDate today) {
        Map<UUID, Integer> byMember = new HashMap<>();
        int[] rest = new int[2];
        jdbc.sql(LOAD)
                .param("office", office)
                .param("today", today)
                .query(
                        row -> {
                            UUID taker = row.getObject("taker", UUID.class);
                            if (taker == null) {
                                rest[0] = row.getInt("waiting");
                            } else {
                                byMember.put(taker, row.getInt("waiting"));
                            }
                            rest[1] += row.getInt("late");
                        });
        return jdbc.sql(PACE)
                .param("office", office)
                .query(
                        (row, _) ->
                                new Load(
                                        byMember,
                                        rest[0],
                                        rest[1],
                                        row.getInt("answered"),
                                        row.getInt("late"),
                                        row.getObject("days", Integer.class)))
                .single();
    }

    private Consultation consultation(ResultSet row, int number) throws SQLException {
        return new ConsultationRowTable(json, row).consultation();
    }
}
