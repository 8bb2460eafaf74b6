package fr.gouv.workinfrance.journal;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The SQL of entries.
@Component
final class JournalTable {

    /// Writers of one subject wait for each other until they commit; others do not.
    private static final String HOLD =
            "select 1 from (select pg_advisory_xact_lock(hashtextextended(:kind || ':' || :id, 0)))"
                    + " held";

    private static final String HEAD =
            """
            select number, encode(hash, 'hex') as hash from journal.entry
             where subject_kind = :kind and subject_id = :id
             order by number desc limit 1
            """;

    private static final String APPEND =
            """
            with entry as (
                insert into journal.entry
                       (at, number, subject_kind, subject_id, actor_kind, actor_id, act, facts,
                        hash, signature, commitment, salt, body)
                values (:at, :number, :kind, :id, :actorKind, :actorId, :act, :facts,
                        decode(:hash, 'hex'), :signature,
                        decode(nullif(:commitment, :nothing), 'hex'), :salt, :body))
            insert into journal.waiting (subject_kind, subject_id, number)
            values (:kind, :id, :number)
            """;

    private static final String OF =
            """
            select * from journal.entry
             where subject_kind = :kind and subject_id = :id
             order by number
            """;

    private static final String ERASE = "select journal.erase(:kind, :id)";

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JournalTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Head(long number, String hash) {
        static final Head NONE = new Head(0, Sha256.NOTHING.hex());
    }

    record Payload(String salt, String body) {
        String commitment() {
            return Sha256.of(salt + body).hex();
        }
    }

    /// The end of a chain, which nobody else can lengthen until the transaction ends.
    Head hold(Subject subject) {
        jdbc.sql(HOLD)
                .param("kind", subject.kind())
                .param("id", subject.id())
                .query(Integer.class)
                .single();
        return jdbc.sql(HEAD)
                .param("kind", subject.kind())
                .param("id", subject.id())
                .query((row, _) -> new Head(row.getLong("number"), hash(row)))
                .optional()
                .orElse(Head.NONE);
    }

    void append(
            Entry entry,
            String facts,
            String commitment,
            String hash,
            byte[] signature,
            @Nullable Payload payload) {
        jdbc.sql(APPEND)
                .param("kind", entry.subject().kind())
                .param("id", entry.subject().id())
                .param("number", entry.number())
                .param("at", Timestamp.from(entry.at()))
                .param("actorKind", entry.actor().kind().name())
                .param("actorId", entry.actor().id())
                .param("act", entry.act())
                .param("facts", facts)
                .param("commitment", commitment)
                .param("nothing", Sha256.NOTHING.hex())
                .param("hash", hash)
                .param("signature", signature)
                .param("salt", payload == null ? null : payload.salt())
                .param("body", payload == null ? null : payload.body())
                .update();
    }

    List<Entry> of(Subject subject) {
        return jdbc.sql(OF)
                .param("kind", subject.kind())
                .param("id", subject.id())
                .query(this::entry)
                .list();
    }

    /// How many payloads were erased.
    long erase(Subject subject) {
        return jdbc.sql(ERASE)
                .param("kind", subject.kind())
                .param("id", subject.id())
                .query(Long.class)
                .single();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                new Subject(text(row, "subject_kind"), text(row, "subject_id")),
                row.getLong("number"),
                requireNonNull(row.getTimestamp("at")).toInstant(),
                new Actor(Actor.Kind.valueOf(text(row, "actor_kind")), text(row, "actor_id")),
                text(row, "act"),
                json.readValue(text(row, "facts"), TEXTS),
                personal(row.getString("body")));
    }

    private Map<String, String> personal(@Nullable String body) {
        return Optional.ofNullable(body).map(kept -> json.readValue(kept, TEXTS)).orElse(Map.of());
    }

    private static String hash(ResultSet row) throws SQLException {
        return text(row, "hash");
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getString(column));
    }
}
