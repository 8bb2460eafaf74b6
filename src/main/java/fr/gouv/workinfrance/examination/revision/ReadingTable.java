package fr.gouv.workinfrance.examination.revision;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.examination.revision.Reading.Page;
import fr.gouv.workinfrance.examination.revision.Revision.Paper;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// The SQL of what signatories were shown of acts about decisions.
@Component
final class ReadingTable {

    private static final String OF =
            """
            select * from examination.revision_page
             where revision = :revision and signatory = :signatory
             order by kind
            """;

    private static final String OF_DAY =
            """
            select * from examination.revision_page
             where revision = :revision and signatory = :signatory and day = :day
               and delegation is not distinct from cast(:delegation as uuid)
               and rendered_at >= :since
             order by kind
            """;

    private static final String KEEP =
            """
            insert into examination.revision_page
                   (revision, signatory, kind, document, sha256, day, delegation, rendered_at)
            values (:revision, :signatory, :kind, :document, :sha256, :day, cast(:delegation as uuid), :at)
            on conflict (revision, signatory, kind) do update
               set document = excluded.document, sha256 = excluded.sha256, day = excluded.day,
                   delegation = excluded.delegation, rendered_at = excluded.rendered_at
             where revision_page.day <> excluded.day
                or revision_page.delegation is distinct from excluded.delegation
                or revision_page.rendered_at < :since
            """;

    private final JdbcClient jdbc;

    ReadingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of a day, as the act has been since it was last drafted.
    ///
    /// @param delegation that they bear; none when absent
    List<Page> of(Revision revision, UUID signatory, LocalDate day, @Nullable UUID delegation) {
        return jdbc.sql(OF_DAY)
                .param("revision", revision.id())
                .param("signatory", signatory)
                .param("day", day)
                .param("delegation", delegation)
                .param("since", Timestamp.from(revision.settledAt()))
                .query(ReadingTable::page)
                .list();
    }

    List<Page> of(UUID revision, UUID signatory) {
        return jdbc.sql(OF)
                .param("revision", revision)
                .param("signatory", signatory)
                .query(ReadingTable::page)
                .list();
    }

    void keep(
            Revision revision,
            UUID signatory,
            Page page,
            LocalDate day,
            @Nullable UUID delegation,
            Instant at) {
        jdbc.sql(KEEP)
                .param("revision", revision.id())
                .param("signatory", signatory)
                .param("kind", page.paper().name())
                .param("document", page.document().value())
                .param("sha256", page.sha256())
                .param("day", day)
                .param("delegation", delegation)
                .param("at", Timestamp.from(at))
                .param("since", Timestamp.from(revision.settledAt()))
                .update();
    }

    private static Page page(ResultSet row, int number) throws SQLException {
        return new Page(
                Paper.valueOf(requireNonNull(row.getString("kind"))),
                new DocumentId(row.getObject("document", UUID.class)),
                requireNonNull(row.getString("sha256")));
    }
}
