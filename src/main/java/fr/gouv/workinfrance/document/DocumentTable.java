package fr.gouv.workinfrance.document;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is known of each document, and its wrapped key.
@Component
final class DocumentTable {

    private static final String INSERT =
            """
            with document as (
                insert into document.document
                    (id, name, media_type, size, sha256, pages, received_at, scan, holder)
                values (:id, :name, :mediaType, :size, :sha256, :pages, :receivedAt, :scan,
                        :holder)
                returning id)
            insert into document.document_key (document, wrapped)
            select id, :wrapped from document
            """;

    private static final String FIND =
            """
            select id, name, media_type, size, sha256, pages, received_at, scan, signature
            from document.document
            where id in (:ids) and erased_at is null
            """;

    private static final String LOCKED =
            """
            select d.id, d.name, d.media_type, d.size, d.sha256, d.pages, d.received_at,
                   d.scan, d.signature, d.holder, k.wrapped
            from document.document d join document.document_key k on k.document = d.id
            where d.id = :id
            """;

    private static final String ERASE =
            """
            with gone as (delete from document.document_key where document = :id)
            update document.document set name = null, sha256 = null, erased_at = :at
            where id = :id and erased_at is null
            """;

    private static final String KEPT =
            """
            select document from document.document_key where document in (:ids)
            union all
            select object from document.upload_part where object in (:ids)
            union all
            select id from document.handout where id in (:ids)
            """;

    /// Never tried first, then the longest not tried: one that always fails hides none.
    private static final String WAITING =
            """
            select id from document.document
            where scan = 'WAITING' and erased_at is null
            order by scanned_at nulls first, received_at
            limit :limit
            """;

    private static final String TRIED =
            """
            update document.document set scanned_at = :at where id = :id and scan = 'WAITING'
            """;

    private static final String CLEAN =
            """
            update document.document set scan = 'CLEAN', scanned_at = :at
            where id = :id and scan = 'WAITING'
            """;

    private static final String INFECTED =
            """
            with found as (
                update document.document
                set scan = 'INFECTED', signature = :signature, scanned_at = :at
                where id = :id and scan = 'WAITING' and erased_at is null
                returning id)
            delete from document.document_key where document in (select id from found)
            """;

    private final JdbcClient database;

    DocumentTable(JdbcClient database) {
        this.database = database;
    }

    /// A document with the key that opens it, itself under lock.
    ///
    /// @param holder the account of whose quota it is counted, if it is of anybody's
    record Locked(StoredDocument document, DocumentKey.Wrapped key, Optional<String> holder) {}

    /// @param holder of whose quota it is counted; null when it is of nobody's
    void insert(StoredDocument document, DocumentKey.Wrapped key, @Nullable String holder) {
        database.sql(INSERT)
                .param("id", document.id().value())
                .param("name", document.name())
                .param("mediaType", document.mediaType())
                .param("size", document.size())
                .param("sha256", document.sha256())
                .param("pages", document.pages())
                .param("receivedAt", utc(document.receivedAt()))
                .param("scan", scan(document.state()))
                .param("holder", holder)
                .param("wrapped", key.bytes())
                .update();
    }

    List<StoredDocument> find(Collection<DocumentId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.sql(FIND).param("ids", values(ids)).query(DocumentTable::document).list();
    }

    Optional<Locked> locked(DocumentId id) {
        return database.sql(LOCKED)
                .param("id", id.value())
                .query(
                        (row, number) ->
                                new Locked(
                                        document(row, number),
                                        new DocumentKey.Wrapped(row.getBytes("wrapped")),
                                        Optional.ofNullable(row.getString("holder"))))
                .optional();
    }

    /// Destroys the key, the name and the fingerprint.
    ///
    /// @return whether it was not erased already
    boolean erase(DocumentId id, Instant at) {
        return database.sql(ERASE).param("id", id.value()).param("at", utc(at)).update() == 1;
    }

    /// Those of `ids` that can still be opened, parts of uploads included.
    List<DocumentId> kept(Collection<DocumentId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.sql(KEPT)
                .param("ids", values(ids))
                .query((row, _) -> new DocumentId(row.getObject("document", UUID.class)))
                .list();
    }

    /// Those that no antivirus has looked at, the longest not tried first.
    List<DocumentId> waiting(int limit) {
        return database.sql(WAITING)
                .param("limit", limit)
                .query((row, _) -> new DocumentId(row.getObject("id", UUID.class)))
                .list();
    }

    /// Notes that a scan was tried in vain.
    void tried(DocumentId id, Instant at) {
        database.sql(TRIED).param("id", id.value()).param("at", utc(at)).update();
    }

    void clean(DocumentId id, Instant at) {
        database.sql(CLEAN).param("id", id.value()).param("at", utc(at)).update();
    }

    /// Notes what was found, and destroys the key.
    ///
    /// @return whether it was still waiting
    boolean infected(DocumentId id, String signature, Instant at) {
        return database.sql(INFECTED)
                        .param("id", id.value())
                        .param("signature", signature)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    private static List<UUID> values(Collection<DocumentId> ids) {
        return ids.stream().map(DocumentId::value).distinct().toList();
    }

    static StoredDocument document(ResultSet row, int number) throws SQLException {
        return new StoredDocument(
                new DocumentId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getInt("pages"),
                state(row));
    }

    private static DocumentState state(ResultSet row) throws SQLException {
        return switch (row.getString("scan")) {
            case "CLEAN" -> new DocumentState.Clean();
            case "INFECTED" -> new DocumentState.Infected(row.getString("signature"));
            default -> new DocumentState.Waiting();
        };
    }

    private static String scan(DocumentState state) {
        return switch (state) {
            case DocumentState.Clean _ -> "CLEAN";
            case DocumentState.Waiting _ -> "WAITING";
            case DocumentState.Infected _ -> "INFECTED";
        };
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
