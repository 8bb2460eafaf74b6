package fr.gouv.workinfrance.examination.margin;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.examination.margin.Judgement.Verdict;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The SQL of what an office keeps of its own about a dossier.
@Component
final class MarginTable {

    /// All of it at once.
    private static final String READ =
            """
            select coalesce((select json_agg(json_build_object('doubt', t.doubt, 'state', t.state,
                                'reason', t.reason, 'by', t.ticked_by, 'at', t.ticked_at))
                               from examination.tick t where t.dossier = :dossier), '[]') as ticks,
                   coalesce((select json_agg(json_build_object('id', n.id, 'words', n.words,
                                'by', n.written_by, 'at', n.written_at) order by n.written_at desc, n.id)
                               from examination.note n where n.dossier = :dossier), '[]') as notes,
                   coalesce((select json_agg(l.label order by l.label)
                               from examination.label l where l.dossier = :dossier), '[]') as labels,
                   coalesce((select json_agg(json_build_object('criterion', c.criterion,
                                'verdict', c.verdict, 'words', c.words, 'by', c.judged_by, 'at', c.judged_at))
                               from (select distinct on (c.criterion) c.* from examination.criterion c
                                      where c.dossier = :dossier and c.judged_at <= :until
                                      order by c.criterion, c.number desc) c), '[]') as judgements,
                   coalesce((select json_agg(o.account order by o.account) from examination.look o
                              where o.dossier = :dossier and o.account <> :account
                                and o.seen_at >= :since), '[]') as others,
            """;

    private static final String OF = READ + " cast(null as timestamptz) as before";

    /// The first look of a while keeps when the last one before it was.
    private static final String LOOK =
            """
            with look as (
                insert into examination.look (dossier, account, seen_at) values (:dossier, :account, :at)
                on conflict (dossier, account) do update
                   set before = case when excluded.seen_at >= look.seen_at + interval '30 minutes'
                                     then look.seen_at else look.before end,
                       seen_at = greatest(excluded.seen_at, look.seen_at)
                returning look.before)
            """;

    private static final String OPEN = LOOK + READ + " (select l.before from look l) as before";

    private static final String STAY =
            LOOK
                    + """
                    select o.account from examination.look o cross join look
                     where o.dossier = :dossier and o.account <> :account and o.seen_at >= :since
                     order by o.account
                    """;

    private static final String TICK =
            """
            insert into examination.tick (dossier, doubt, state, reason, ticked_by, ticked_at)
            values (:dossier, :doubt, :state, :reason, :by, :at)
            on conflict (dossier, doubt) do update
               set state = excluded.state, reason = excluded.reason,
                   ticked_by = excluded.ticked_by, ticked_at = excluded.ticked_at
            """;

    private static final String TAKE_BACK =
            "delete from examination.tick where dossier = :dossier and doubt = :doubt";

    private static final String WRITE =
            """
            insert into examination.note (id, dossier, words, written_by, written_at)
            values (:id, :dossier, :words, :by, :at)
            """;

    private static final String TEAR =
            "delete from examination.note where id = :id and dossier = :dossier and written_by ="
                    + " :by";

    private static final String JUDGE =
            """
            insert into examination.criterion (dossier, criterion, number, verdict, words, judged_by, judged_at)
            select :dossier, :criterion, coalesce(max(c.number), 0) + 1, :verdict, :words, :by, :at
              from examination.criterion c where c.dossier = :dossier and c.criterion = :criterion
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MarginTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// As it is for someone who opens it, which is kept.
    ///
    /// @param since who was seen since then has it open
    /// @param until what was judged later is left out
    Margin open(UUID dossier, UUID account, Instant at, Instant since, Instant until) {
        return read(OPEN, dossier, account, since, until)
                .param("at", Timestamp.from(at))
                .query(this::margin)
                .single();
    }

    /// As it is for nobody.
    ///
    /// @param until what was judged later is left out
    Margin of(UUID dossier, Instant until) {
        return read(OF, dossier, new UUID(0, 0), until, until).query(this::margin).single();
    }

    private JdbcClient.StatementSpec read(
            String sql, UUID dossier, UUID account, Instant since, Instant until) {
        return jdbc.sql(sql)
                .param("dossier", dossier)
                .param("account", account)
                .param("since", Timestamp.from(since))
                .param("until", Timestamp.from(until));
    }

    /// Someone has it open still.
    ///
    /// @return who else has
    List<UUID> stay(UUID dossier, UUID account, Instant at, Instant since) {
        return jdbc.sql(STAY)
                .param("dossier", dossier)
                .param("account", account)
                .param("at", Timestamp.from(at))
                .param("since", Timestamp.from(since))
                .query((row, _) -> row.getObject("account", UUID.class))
                .list();
    }

    void tick(UUID dossier, Tick tick) {
        jdbc.sql(TICK)
                .param("dossier", dossier)
                .param("doubt", tick.doubt())
                .param("state", tick.state())
                .param("reason", tick.reason())
                .param("by", tick.by())
                .param("at", Timestamp.from(tick.at()))
                .update();
    }

    boolean takeBack(UUID dossier, String doubt) {
        return jdbc.sql(TAKE_BACK).param("dossier", dossier).param("doubt", doubt).update() == 1;
    }

    void write(UUID dossier, Note note) {
        jdbc.sql(WRITE)
                .param("id", note.id())
                .param("dossier", dossier)
                .param("words", note.words())
                .param("by", note.by())
                .param("at", Timestamp.from(note.at()))
                .update();
    }

    /// False when it is not this person's.
    boolean tear(UUID dossier, UUID note, UUID by) {
        return jdbc.sql(TEAR).param("id", note).param("dossier", dossier).param("by", by).update()
                == 1;
    }

    void judge(UUID dossier, Judgement judgement) {
        Verdict verdict = judgement.verdict();
        jdbc.sql(JUDGE)
                .param("dossier", dossier)
                .param("criterion", judgement.criterion())
                .param("verdict", verdict == null ? null : verdict.name())
                .param("words", judgement.words())
                .param("by", judgement.by())
                .param("at", Timestamp.from(judgement.at()))
                .update();
    }

    private Margin margin(ResultSet row, int number) throws SQLException {
        Timestamp before = row.getTimestamp("before");
        return new Margin(
                all(row, "ticks", Tick[].class),
                all(row, "notes", Note[].class),
                all(row, "labels", String[].class),
                all(row, "judgements", Judgement[].class),
                all(row, "others", UUID[].class),
                before == null ? null : before.toInstant());
    }

    private <T> List<T> all(ResultSet row, String column, Class<T[]> type) throws SQLException {
        return List.of(json.readValue(requireNonNull(row.getString(column)), type));
    }
}
