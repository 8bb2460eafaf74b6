package fr.gouv.workinfrance.examination.appeal;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.examination.appeal.Recourse.Answer;
import fr.gouv.workinfrance.examination.appeal.Recourse.Nearness;
import fr.gouv.workinfrance.procedure.Appeal.Silence;
import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The SQL of appeals and of requests for reasons.
@Component
final class AppealTable {

    private static final String INSERT =
            """
            insert into examination.appeal
                   (id, dossier, refusal, way, made_as, made_by, received_at, received_on, office,
                    words, documents, limit_on, silence)
            values (:id, :dossier, :refusal, :way, :as, :by, :at, :day, :office,
                    :words, :documents, :limit, :silence)
            """;

    private static final String COLUMNS = "select * from examination.appeal";

    private static final String FIND = COLUMNS + " where id = :id";

    private static final String LOCK = FIND + " for update";

    private static final String OF = COLUMNS + " where dossier = :dossier order by received_at, id";

    private static final String OPEN =
            """
            select a.*, d.reference from examination.appeal a
              join dossier.dossier d on d.id = a.dossier
             where a.office = any(:offices) and a.answer is null
             order by a.limit_on, a.id
             limit :limit
            """;

    private static final String COUNT =
            """
            select count(*) from examination.appeal where office = any(:offices) and answer is null
            """;

    private static final String LATE =
            """
            select id from examination.appeal
             where answer is null and silent_at is null and limit_on <= :today
             order by limit_on, id
             limit :limit
            """;

    private static final String RUNNING =
            """
            select distinct office from examination.appeal
             where answer is null and silent_at is null and warned is distinct from 'URGENT'
            """;

    private static final String NEAR =
            """
            select id from examination.appeal
             where office = :office and answer is null and silent_at is null
               and (warned is null and limit_on <= :soon
                    or warned is distinct from 'URGENT' and limit_on <= :urgent)
             order by limit_on, id
             limit :limit
            """;

    private static final String WARN =
            "update examination.appeal set warned = :near where id = :id";

    private static final String SILENT =
            "update examination.appeal set silent_at = :at where id = :id and silent_at is null";

    private static final String TAKE =
            "update examination.appeal set assignee = :by where id = :id and answer is null";

    private static final String RECEIPT =
            "update examination.appeal set receipt = :receipt where id = :id and receipt is null";

    private static final String ANSWER =
            """
            update examination.appeal set answer = :answer, answered_at = :at, answered_on = :day
             where id = :id and answer is null
            """;

    private static final String REPLACED =
            """
            update examination.appeal set answer = 'REPLACED', answered_at = :at, answered_on = :day
             where dossier = :dossier and answer is null and refusal like 'SILENCE/%'
            """;

    /// What the authority above has to answer stays there.
    private static final String FOLLOW =
            """
            update examination.appeal a
               set office = w.office, warned = null,
                   assignee = case when :keep and w.office = :successor then a.assignee end
              from dossier.worklist w
             where w.id = a.dossier and a.answer is null and a.office <> w.office
               and a.office is distinct from w.authority
            """;

    private static final String ABOVE =
            """
            select a.* from examination.appeal a
              join dossier.worklist w on w.id = a.dossier
             where a.office = :office and a.answer is null and w.authority = a.office
             order by a.dossier, a.id
            """;

    private static final String MOVE =
            """
            update examination.appeal
               set office = :successor, warned = null, assignee = case when :keep then assignee end
             where id = :id and office = :closed and answer is null
            """;

    private final JdbcClient jdbc;

    AppealTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Recourse one) {
        jdbc.sql(INSERT)
                .param("id", one.id())
                .param("dossier", one.dossier().value())
                .param("refusal", one.refusal().key())
                .param("way", one.way())
                .param("as", one.from().name())
                .param("by", one.by())
                .param("at", Timestamp.from(one.at()))
                .param("day", one.day())
                .param("office", one.office())
                .param("words", one.words())
                .param(
                        "documents",
                        one.documents().stream().map(DocumentId::value).toArray(UUID[]::new))
                .param("limit", one.limit())
                .param("silence", one.silence().name())
                .update();
    }

    Optional<Recourse> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(AppealTable::recourse).optional();
    }

    /// The same, that nobody else can change until the transaction ends.
    Optional<Recourse> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(AppealTable::recourse).optional();
    }

    /// All of a dossier, the oldest first.
    List<Recourse> of(DossierId dossier) {
        return jdbc.sql(OF).param("dossier", dossier.value()).query(AppealTable::recourse).list();
    }

    /// Those that wait for these offices, the most urgent first.
    List<Waiting> open(Collection<String> offices, int limit) {
        return jdbc.sql(OPEN)
                .param("offices", offices.toArray(String[]::new))
                .param("limit", limit)
                .query(
                        (row, number) ->
                                new Waiting(
                                        recourse(row, number),
                                        requireNonNull(row.getString("reference"))))
                .list();
    }

    long count(Collection<String> offices) {
        return jdbc.sql(COUNT)
                .param("offices", offices.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /// Those whose limit had come by that day, and of which this was not yet recorded.
    List<UUID> late(LocalDate today, int limit) {
        return jdbc.sql(LATE)
                .param("today", today)
                .param("limit", limit)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /// Offices that have something to answer of whose day they were not warned for the last time.
    List<String> running() {
        return jdbc.sql(RUNNING).query((row, _) -> requireNonNull(row.getString("office"))).list();
    }

    /// Those of an office of which it is time to warn it.
    ///
    /// @param soon the last limit that comes soon
    /// @param urgent the last that is urgent
    List<UUID> near(String office, LocalDate soon, LocalDate urgent, int limit) {
        return jdbc.sql(NEAR)
                .param("office", office)
                .param("soon", soon)
                .param("urgent", urgent)
                .param("limit", limit)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    void warn(UUID id, Nearness near) {
        jdbc.sql(WARN).param("id", id).param("near", near.name()).update();
    }

    void silent(UUID id, Instant at) {
        jdbc.sql(SILENT).param("id", id).param("at", Timestamp.from(at)).update();
    }

    void take(UUID id, UUID by) {
        jdbc.sql(TAKE).param("id", id).param("by", by).update();
    }

    void receipt(UUID id, DocumentId receipt) {
        jdbc.sql(RECEIPT).param("id", id).param("receipt", receipt.value()).update();
    }

    void answer(UUID id, Answer answer) {
        jdbc.sql(ANSWER)
                .param("id", id)
                .param("answer", answer.kind().name())
                .param("at", Timestamp.from(answer.at()))
                .param("day", answer.day())
                .update();
    }

    /// A decision took the place of the silence of a dossier.
    void replaced(DossierId dossier, Instant at, LocalDate day) {
        jdbc.sql(REPLACED)
                .param("dossier", dossier.value())
                .param("at", Timestamp.from(at))
                .param("day", day)
                .update();
    }

    /// What the office of a dossier has to answer goes with it.
    void follow(DossierId dossier) {
        jdbc.sql(FOLLOW + " and a.dossier = :dossier")
                .param("dossier", dossier.value())
                .param("keep", false)
                .param("successor", "")
                .update();
    }

    /// The same, of all that an office had.
    ///
    /// @param keep whether who is in charge at the successor stays so
    void follow(String closed, String successor, boolean keep) {
        jdbc.sql(FOLLOW + " and a.office = :closed")
                .param("closed", closed)
                .param("keep", keep)
                .param("successor", successor)
                .update();
    }

    /// What an office has to answer as the authority above.
    List<Recourse> above(String office) {
        return jdbc.sql(ABOVE).param("office", office).query(AppealTable::recourse).list();
    }

    /// One that a successor has to answer.
    ///
    /// @param keep whether who is in charge stays so
    /// @return false when it was answered meanwhile, or is not there
    boolean move(UUID id, String closed, String successor, boolean keep) {
        return jdbc.sql(MOVE)
                        .param("id", id)
                        .param("closed", closed)
                        .param("successor", successor)
                        .param("keep", keep)
                        .update()
                == 1;
    }

    private static Recourse recourse(ResultSet row, int number) throws SQLException {
        UUID receipt = row.getObject("receipt", UUID.class);
        return new Recourse(
                row.getObject("id", UUID.class),
                new DossierId(row.getObject("dossier", UUID.class)),
                new Refusal(requireNonNull(row.getString("refusal"))),
                requireNonNull(row.getString("way")),
                Part.valueOf(requireNonNull(row.getString("made_as"))),
                row.getObject("made_by", UUID.class),
                requireNonNull(row.getTimestamp("received_at")).toInstant(),
                day(row, "received_on"),
                requireNonNull(row.getString("office")),
                requireNonNull(row.getString("words")),
                Arrays.stream((UUID[]) row.getArray("documents").getArray())
                        .map(DocumentId::new)
                        .toList(),
                day(row, "limit_on"),
                Silence.valueOf(requireNonNull(row.getString("silence"))),
                row.getObject("assignee", UUID.class),
                nearness(row.getString("warned")),
                instant(row, "silent_at"),
                receipt == null ? null : new DocumentId(receipt),
                answer(row));
    }

    private static @Nullable Answer answer(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return answer == null
                ? null
                : new Answer(
                        Answer.Kind.valueOf(answer),
                        requireNonNull(row.getTimestamp("answered_at")).toInstant(),
                        day(row, "answered_on"));
    }

    private static @Nullable Nearness nearness(@Nullable String warned) {
        return warned == null ? null : Nearness.valueOf(warned);
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getObject(column, LocalDate.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
