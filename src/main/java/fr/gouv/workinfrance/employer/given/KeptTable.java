package fr.gouv.workinfrance.employer.given;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.document.DocumentId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@Component
final class KeptTable {

    private static final String INSERT =
            """
            insert into employer.given
                   (holder_kind, holder_id, piece, document, request, given_at, given_by, until)
            values (:kind, :id, :piece, :document, :request, :at, :by, :until)
            on conflict (holder_kind, holder_id, piece, document) do nothing
            """;

    private static final String READ = "select * from employer.given";

    private static final String LAST =
            """
            select distinct on (piece) * from employer.given
             where holder_kind = :kind and holder_id = :id and removed_at is null
             order by piece, given_at desc, document
            """;

    private static final String OF_DOCUMENTS = READ + " where document in (:documents)";

    private static final String CHECKED =
            """
            update employer.given set checked_at = :at, checked_by = :by
             where document in (:documents) and (checked_at is null or checked_at < :at)
            """;

    private static final String REMOVE =
            """
            update employer.given set removed_at = :at
             where holder_kind = :kind and holder_id = :id and document = :document
               and removed_at is null
            """;

    private final JdbcClient jdbc;

    KeptTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(Kept kept) {
        return jdbc.sql(INSERT)
                        .param("kind", kept.holder().kind())
                        .param("id", kept.holder().id())
                        .param("piece", kept.piece())
                        .param("document", kept.document().value())
                        .param("request", kept.request())
                        .param("at", Timestamp.from(kept.givenAt()))
                        .param("by", kept.givenBy())
                        .param("until", kept.until())
                        .update()
                == 1;
    }

    /// The last one of each piece.
    List<Kept> last(Scope holder) {
        return jdbc.sql(LAST)
                .param("kind", holder.kind())
                .param("id", holder.id())
                .query(KeptTable::kept)
                .list();
    }

    List<Kept> of(Collection<DocumentId> documents) {
        return documents.isEmpty()
                ? List.of()
                : jdbc.sql(OF_DOCUMENTS)
                        .param("documents", documents.stream().map(DocumentId::value).toList())
                        .query(KeptTable::kept)
                        .list();
    }

    void checked(Collection<DocumentId> documents, UUID by, Instant at) {
        if (!documents.isEmpty()) {
            jdbc.sql(CHECKED)
                    .param("documents", documents.stream().map(DocumentId::value).toList())
                    .param("by", by)
                    .param("at", Timestamp.from(at))
                    .update();
        }
    }

    boolean remove(Scope holder, DocumentId document, Instant at) {
        return jdbc.sql(REMOVE)
                        .param("kind", holder.kind())
                        .param("id", holder.id())
                        .param("document", document.value())
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                new Scope(text(row, "holder_kind"), text(row, "holder_id")),
                text(row, "piece"),
                new DocumentId(row.getObject("document", UUID.class)),
                text(row, "request"),
                requireNonNull(instant(row, "given_at")),
                row.getObject("given_by", UUID.class),
                row.getObject("until", LocalDate.class),
                instant(row, "checked_at"),
                row.getObject("checked_by", UUID.class));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getString(column));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
