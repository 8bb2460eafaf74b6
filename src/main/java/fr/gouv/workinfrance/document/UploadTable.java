package fr.gouv.workinfrance.document;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is known of each file on its way in, and the wrapped keys of its parts.
@Component
final class UploadTable {

    private static final String INSERT =
            """
            insert into document.upload (id, holder, subject, slot, name, size, sha256, last_at)
            values (:id, :holder, :subject, :slot, :name, :size, :sha256, :at)
            """;

    private static final String FIND =
            """
            select id, slot, name, size, sha256, received, last_at, outcome from document.upload
            where id = :id and holder = :holder and subject = :subject and slot = :slot
            """;

    private static final String OPEN =
            """
            select id, slot, name, size, sha256, received, last_at, outcome from document.upload
            where holder = :holder and subject = :subject and outcome is null
            order by last_at
            """;

    private static final String APPEND =
            """
            with longer as (
                update document.upload set received = :ends, last_at = :at
                where id = :upload and received = :starts and outcome is null
                returning id)
            insert into document.upload_part (upload, starts, object, wrapped)
            select id, :starts, :object, :wrapped from longer
            """;

    private static final String PARTS =
            """
            select object, wrapped from document.upload_part where upload = :upload order by starts
            """;

    private static final String CLAIM =
            """
            update document.upload set finishing_at = :at, last_at = :at
            where id = :id and received = size and outcome is null
              and (finishing_at is null or finishing_at < :stale)
            """;

    private static final String OUTCOME =
            """
            select outcome from document.upload where id = :id and outcome is not null
            """;

    private static final String RELEASE =
            """
            update document.upload set finishing_at = null where id = :id
            """;

    private static final String END =
            """
            update document.upload set outcome = :outcome, finishing_at = null where id = :id
            """;

    private static final String DROP_PARTS =
            """
            delete from document.upload_part where upload = :upload returning object
            """;

    private static final String DELETE =
            """
            delete from document.upload where id = :id
            """;

    private static final String ABANDONED =
            """
            select id from document.upload where last_at < :before limit 1000
            """;

    private final JdbcClient database;

    UploadTable(JdbcClient database) {
        this.database = database;
    }

    /// Some of the bytes of a file: where they lie, and the key that opens them.
    record Part(DocumentId object, DocumentKey.Wrapped key) {}

    void insert(Upload upload, String holder, String subject, Instant at) {
        database.sql(INSERT)
                .param("id", upload.id())
                .param("holder", holder)
                .param("subject", subject)
                .param("slot", upload.slot())
                .param("name", upload.name())
                .param("size", upload.size())
                .param("sha256", upload.sha256())
                .param("at", utc(at))
                .update();
    }

    Optional<Upload> find(UUID id, String holder, String subject, String slot) {
        return database.sql(FIND)
                .param("id", id)
                .param("holder", holder)
                .param("subject", subject)
                .param("slot", slot)
                .query(UploadTable::upload)
                .optional();
    }

    /// Those that have not ended, the longest still first.
    List<Upload> open(String holder, String subject) {
        return database.sql(OPEN)
                .param("holder", holder)
                .param("subject", subject)
                .query(UploadTable::upload)
                .list();
    }

    /// Makes an upload longer by one part.
    ///
    /// @return whether it was that long, and not longer already
    boolean append(UUID upload, long starts, long ends, Part part, Instant at) {
        return database.sql(APPEND)
                        .param("upload", upload)
                        .param("starts", starts)
                        .param("ends", ends)
                        .param("object", part.object().value())
                        .param("wrapped", part.key().bytes())
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    List<Part> parts(UUID upload) {
        return database.sql(PARTS)
                .param("upload", upload)
                .query(
                        (row, _) ->
                                new Part(
                                        new DocumentId(row.getObject("object", UUID.class)),
                                        new DocumentKey.Wrapped(row.getBytes("wrapped"))))
                .list();
    }

    /// Takes it upon oneself to make a document of what is whole.
    ///
    /// @param stale since when whoever had taken it is thought to have stopped
    boolean claim(UUID id, Instant at, Instant stale) {
        return database.sql(CLAIM)
                        .param("id", id)
                        .param("at", utc(at))
                        .param("stale", utc(stale))
                        .update()
                == 1;
    }

    /// What became of one that has ended.
    Optional<String> outcome(UUID id) {
        return database.sql(OUTCOME).param("id", id).query(String.class).optional();
    }

    void release(UUID id) {
        database.sql(RELEASE).param("id", id).update();
    }

    void end(UUID id, String outcome) {
        database.sql(END).param("id", id).param("outcome", outcome).update();
    }

    /// Forgets the parts of an upload.
    ///
    /// @return where they lay
    List<DocumentId> dropParts(UUID upload) {
        return database.sql(DROP_PARTS)
                .param("upload", upload)
                .query((row, _) -> new DocumentId(row.getObject("object", UUID.class)))
                .list();
    }

    void delete(UUID id) {
        database.sql(DELETE).param("id", id).update();
    }

    List<UUID> abandoned(Instant before) {
        return database.sql(ABANDONED)
                .param("before", utc(before))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private static Upload upload(ResultSet row, int number) throws SQLException {
        Instant last = row.getObject("last_at", OffsetDateTime.class).toInstant();
        return new Upload(
                row.getObject("id", UUID.class),
                row.getString("slot"),
                row.getString("name"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getLong("received"),
                last.plus(Uploads.KEPT),
                row.getString("outcome"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
