package fr.gouv.workinfrance.dossier;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.message.Message;
import fr.gouv.workinfrance.dossier.message.Message.Reading;
import fr.gouv.workinfrance.dossier.message.Message.Settlement;
import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The SQL of what the parties and the office write to one another.
@Component
final class CorrespondenceTable {

    private static final String OFFICE = "OFFICE";

    private static final String OF =
            """
            select m.*,
                   (select jsonb_agg(to_jsonb(r) order by r.read_at, r.reader)
                      from dossier.message_reading r
                     where r.dossier = m.dossier and r.number = m.number) as readings
              from dossier.message m
             where m.dossier = :dossier
             order by m.number
            """;

    private static final String NEXT =
            "select coalesce(max(number), 0) + 1 from dossier.message where dossier = :dossier";

    private static final String INSERT =
            """
            insert into dossier.message
                   (dossier, number, written_at, written_by, written_as, addressed_to, words, documents)
            values (:dossier, :number, :at, :by, :as, :to, :words, :documents)
            """;

    private static final String DOCUMENTS =
            "select unnest(documents) as document from dossier.message where dossier = :dossier";

    private static final String HAVING =
            "select dossier from dossier.message where documents @> array[:document]::uuid[]";

    private static final String SINCE =
            """
            select count(*) from dossier.message
             where dossier = :dossier and written_as = :as and written_at > :since
            """;

    private static final String ANSWERED =
            """
            update dossier.message m set settled_at = :at, settled_by = :by, answered = true
             where dossier = :dossier and settled_at is null and written_as = any(:to)
               and exists (select from dossier.message_reading r
                            where r.dossier = m.dossier and r.number = m.number and r.reader = 'OFFICE')
            """;

    private static final String TAKE =
            """
            update dossier.message set taken_by = :by
             where dossier = :dossier and number = :number
               and settled_at is null and written_as is not null and taken_by is distinct from :by
            """;

    private static final String SETTLE =
            """
            update dossier.message set settled_at = :at, settled_by = :by, answered = false
             where dossier = :dossier and number = :number
               and settled_at is null and written_as is not null
            """;

    private static final String OPENED =
            """
            insert into dossier.message_reading (dossier, number, reader, read_at, read_by)
            values (:dossier, :number, :reader, :at, :by)
            on conflict do nothing
            """;

    private static final String UNREAD_BY_OFFICE =
            """
            update dossier.dossier
               set unread_messages = exists (
                       select from dossier.message m
                        where m.dossier = :dossier and m.written_as is not null
                          and not exists (select from dossier.message_reading r
                                           where r.dossier = m.dossier and r.number = m.number
                                             and r.reader = 'OFFICE'))
             where id = :dossier
            """;

    private static final String UNREAD_BY_PARTY =
            """
            select m.dossier, count(distinct m.number) as messages
              from dossier.message m
              join dossier.party p on p.dossier = m.dossier and p.part = any(m.addressed_to)
             where m.dossier = any(:dossiers) and p.account = :account
               and not exists (select from dossier.message_reading r
                                where r.dossier = m.dossier and r.number = m.number and r.reader = p.part)
             group by m.dossier
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CorrespondenceTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// All of a dossier, the oldest first.
    List<Message> of(DossierId dossier) {
        return jdbc.sql(OF).param("dossier", dossier.value()).query(this::message).list();
    }

    /// The number of the next one.
    int next(DossierId dossier) {
        return jdbc.sql(NEXT).param("dossier", dossier.value()).query(Integer.class).single();
    }

    void insert(DossierId dossier, Message message) {
        Part from = message.from();
        jdbc.sql(INSERT)
                .param("dossier", dossier.value())
                .param("number", message.number())
                .param("at", Timestamp.from(message.at()))
                .param("by", message.by())
                .param("as", from == null ? null : from.name())
                .param("to", names(message.to()))
                .param("words", message.words())
                .param(
                        "documents",
                        message.documents().stream().map(DocumentId::value).toArray(UUID[]::new))
                .update();
    }

    /// All that is joined to the messages of a dossier.
    List<DocumentId> documents(DossierId dossier) {
        return jdbc.sql(DOCUMENTS)
                .param("dossier", dossier.value())
                .query((row, _) -> new DocumentId(row.getObject("document", UUID.class)))
                .list();
    }

    /// The dossiers in whose messages this document is.
    List<DossierId> having(DocumentId document) {
        return jdbc.sql(HAVING)
                .param("document", document.value())
                .query((row, _) -> new DossierId(row.getObject("dossier", UUID.class)))
                .list();
    }

    /// How many a party has written since then.
    int since(DossierId dossier, Part from, Instant since) {
        return jdbc.sql(SINCE)
                .param("dossier", dossier.value())
                .param("as", from.name())
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /// All that these parties wrote, that an agent had opened and that waited is answered.
    void answered(DossierId dossier, Set<Part> parties, Settlement settlement) {
        jdbc.sql(ANSWERED)
                .param("dossier", dossier.value())
                .param("to", names(parties))
                .param("at", Timestamp.from(settlement.at()))
                .param("by", settlement.by())
                .update();
    }

    /// Whether it waited, and was not his already.
    boolean take(DossierId dossier, int number, UUID by) {
        return jdbc.sql(TAKE)
                        .param("dossier", dossier.value())
                        .param("number", number)
                        .param("by", by)
                        .update()
                == 1;
    }

    /// Whether it waited.
    boolean settle(DossierId dossier, int number, Settlement settlement) {
        return jdbc.sql(SETTLE)
                        .param("dossier", dossier.value())
                        .param("number", number)
                        .param("at", Timestamp.from(settlement.at()))
                        .param("by", settlement.by())
                        .update()
                == 1;
    }

    /// Whether it had not been opened.
    boolean opened(DossierId dossier, int number, Reading reading) {
        Part part = reading.part();
        return jdbc.sql(OPENED)
                        .param("dossier", dossier.value())
                        .param("number", number)
                        .param("reader", part == null ? OFFICE : part.name())
                        .param("at", Timestamp.from(reading.at()))
                        .param("by", reading.by())
                        .update()
                == 1;
    }

    /// Says on the row of a dossier, which is held, whether something of it waits for the office to
    /// open it.
    void mark(DossierId dossier) {
        jdbc.sql(UNREAD_BY_OFFICE).param("dossier", dossier.value()).update();
    }

    /// How many messages wait for a party to open them, by dossier.
    Map<DossierId, Integer> unread(Collection<DossierId> dossiers, UUID account) {
        Map<DossierId, Integer> unread = new HashMap<>();
        jdbc.sql(UNREAD_BY_PARTY)
                .param("dossiers", dossiers.stream().map(DossierId::value).toArray(UUID[]::new))
                .param("account", account)
                .query(
                        row -> {
                            unread.put(
                                    new DossierId(row.getObject("dossier", UUID.class)),
                                    row.getInt("messages"));
                        });
        return unread;
    }

    private Message message(ResultSet row, int number) throws SQLException {
        String from = row.getString("written_as");
        return new Message(
                row.getInt("number"),
                from == null ? null : Part.valueOf(from),
                row.getObject("written_by", UUID.class),
                requireNonNull(row.getTimestamp("written_at")).toInstant(),
                Arrays.stream((String[]) row.getArray("addressed_to").getArray())
                        .map(Part::valueOf)
                        .collect(Collectors.toSet()),
                requireNonNull(row.getString("words")),
                Arrays.stream((UUID[]) row.getArray("documents").getArray())
                        .map(DocumentId::new)
                        .toList(),
                readings(row.getString("readings")),
                row.getObject("taken_by", UUID.class),
                settlement(row));
    }

    private List<Reading> readings(@Nullable String rows) {
        return rows == null
                ? List.of()
                : json.readTree(rows).valueStream().map(CorrespondenceTable::reading).toList();
    }

    private static Reading reading(JsonNode row) {
        String reader = HangingRow.text(row, "reader");
        return new Reading(
                reader.equals(OFFICE) ? null : Part.valueOf(reader),
                UUID.fromString(HangingRow.text(row, "read_by")),
                HangingRow.at(row, "read_at"));
    }

    private static @Nullable Settlement settlement(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("settled_at");
        return at == null
                ? null
                : new Settlement(
                        row.getObject("settled_by", UUID.class),
                        at.toInstant(),
                        row.getBoolean("answered"));
    }

    private static String[] names(Set<Part> parts) {
        return parts.stream().sorted().map(Part::name).toArray(String[]::new);
    }
}
