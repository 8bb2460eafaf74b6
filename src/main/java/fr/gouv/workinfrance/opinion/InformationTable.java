package fr.gouv.workinfrance.opinion;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Reference;
import fr.gouv.workinfrance.opinion.Inbox.Cursor;
import fr.gouv.workinfrance.opinion.Information.Returned;
import fr.gouv.workinfrance.procedure.body.Exchange.Moment;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The SQL of what services are told.
@Component
final class InformationTable {

    /// One of them whole, as a value: also where others are asked together with it.
    static final String TOLD =
            """
            to_jsonb(i) || jsonb_build_object('facts',
                   (select jsonb_agg(jsonb_build_object('fact', r.fact, 'day', r.day,
                                                        'at', r.said_at, 'by', r.said_by)
                                     order by r.said_at)
                      from opinion.returned r where r.information = i.id))
            """;

    private static final String SELECT = "select " + TOLD + " as told from opinion.information i\n";

    private static final String FIND = SELECT + " where i.id = :id";

    private static final String OF =
            SELECT + " where i.dossier = :dossier order by i.told_at, i.id";

    private static final String PAGE =
            SELECT
                    + """
                    where i.office = :office and (i.told_at, i.id) < (:after::timestamptz, :after_id)
                    order by i.told_at desc, i.id desc
                    limit :limit
                    """;

    private static final String UNREAD =
            """
            select count(*) from opinion.information
             where office = :office and acknowledged_at is null
            """;

    private static final String INSERT =
            """
            insert into opinion.information
                   (id, dossier, reference, procedure, rule, body, office, told_at, told_by, moment, words)
            values (:id, :dossier, :reference, :procedure, :rule, :body, :office, :at, :by, :moment, :words)
            on conflict do nothing
            """;

    private static final String ACKNOWLEDGE =
            """
            update opinion.information set acknowledged_at = :at, acknowledged_by = :by
             where id = :id and acknowledged_at is null
            """;

    private static final String RETURN =
            """
            insert into opinion.returned (id, information, fact, day, said_at, said_by)
            values (:id, :information, :fact, :day, :at, :by)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    InformationTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Information> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(this::information).optional();
    }

    /// The same, which nobody else changes until the transaction ends.
    Optional<Information> lock(UUID id) {
        return jdbc.sql(FIND + " for update of i")
                .param("id", id)
                .query(this::information)
                .optional();
    }

    List<Information> of(DossierId dossier) {
        return jdbc.sql(OF).param("dossier", dossier.value()).query(this::information).list();
    }

    List<Information> page(String office, @Nullable Cursor after, int limit) {
        return jdbc.sql(PAGE)
                .param("office", office)
                .param("after", after == null ? "infinity" : after.key())
                .param("after_id", after == null ? new UUID(-1, -1) : after.id())
                .param("limit", limit)
                .query(this::information)
                .list();
    }

    int unread(String office) {
        return jdbc.sql(UNREAD).param("office", office).query(Integer.class).single();
    }

    /// Keeps a new one, and tells whether it was not told already.
    boolean insert(Information told) {
        Moment moment = told.moment();
        return jdbc.sql(INSERT)
                        .param("id", told.id())
                        .param("dossier", told.dossier().value())
                        .param("reference", told.reference().value())
                        .param("procedure", told.procedure())
                        .param("rule", told.rule())
                        .param("body", told.body())
                        .param("office", told.office())
                        .param("at", Timestamp.from(told.toldAt()))
                        .param("by", told.toldBy())
                        .param("moment", moment == null ? null : moment.name())
                        .param("words", told.words())
                        .update()
                == 1;
    }

    boolean acknowledge(UUID id, Instant at, UUID by) {
        return jdbc.sql(ACKNOWLEDGE)
                        .param("id", id)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    void giveBack(UUID information, Returned fact) {
        jdbc.sql(RETURN)
                .param("id", UUID.randomUUID())
                .param("information", information)
                .param("fact", fact.fact())
                .param("day", fact.day())
                .param("at", Timestamp.from(fact.at()))
                .param("by", fact.by())
                .update();
    }

    private Information information(ResultSet row, int number) throws SQLException {
        return information(json.readTree(row.getString("told")));
    }

    /// As [#TOLD] gives it.
    static Information information(JsonNode told) {
        String moment = text(told, "moment");
        return new Information(
                requireNonNull(id(told, "id")),
                new DossierId(requireNonNull(id(told, "dossier"))),
                new Reference(requireNonNull(text(told, "reference"))),
                requireNonNull(text(told, "procedure")),
                text(told, "rule"),
                requireNonNull(text(told, "body")),
                requireNonNull(text(told, "office")),
                requireNonNull(instant(told, "told_at")),
                id(told, "told_by"),
                moment == null ? null : Moment.valueOf(moment),
                requireNonNull(text(told, "words")),
                instant(told, "acknowledged_at"),
                id(told, "acknowledged_by"),
                facts(told.path("facts")));
    }

    private static List<Returned> facts(JsonNode written) {
        List<Returned> facts = new ArrayList<>();
        for (JsonNode fact : written) {
            String day = text(fact, "day");
            facts.add(
                    new Returned(
                            requireNonNull(text(fact, "fact")),
                            day == null ? null : LocalDate.parse(day),
                            requireNonNull(instant(fact, "at")),
                            requireNonNull(id(fact, "by"))));
        }
        return facts;
    }

    private static @Nullable String text(JsonNode of, String column) {
        JsonNode value = of.path(column);
        return value.isNull() || value.isMissingNode() ? null : value.asString();
    }

    private static @Nullable UUID id(JsonNode of, String column) {
        String value = text(of, column);
        return value == null ? null : UUID.fromString(value);
    }

    private static @Nullable Instant instant(JsonNode of, String column) {
        String value = text(of, column);
        return value == null ? null : OffsetDateTime.parse(value).toInstant();
    }
}
