package fr.gouv.workinfrance.examination;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.IssuedDeed;

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

/// The SQL of what signatories were shown.
@Component
final class ReviewTable {

    private static final String OF_DAY =
            """
            select kind, document, sha256 from examination.review
             where decision = :decision and signatory = :signatory and day = :day
               and delegation is not distinct from cast(:delegation as uuid)
             order by kind desc
            """;

    private static final String OF =
            """
            select kind, document, sha256 from examination.review
             where decision = :decision and signatory = :signatory
             order by kind desc
            """;

    private static final String KEEP =
            """
            insert into examination.review
                   (decision, signatory, kind, dossier, document, sha256, day, delegation, rendered_at)
            values (:decision, :signatory, :kind, :dossier, :document, :sha256, :day, cast(:delegation as uuid), :at)
            on conflict (decision, signatory, kind) do update
               set document = excluded.document, sha256 = excluded.sha256,
                   day = excluded.day, delegation = excluded.delegation,
                   rendered_at = excluded.rendered_at
             where review.day <> excluded.day
                or review.delegation is distinct from excluded.delegation
            """;

    private final JdbcClient jdbc;

    ReviewTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param delegation that they bear; none when absent
    List<Review.Page> of(UUID decision, UUID signatory, LocalDate day, @Nullable UUID delegation) {
        return jdbc.sql(OF_DAY)
                .param("decision", decision)
                .param("signatory", signatory)
                .param("day", day)
                .param("delegation", delegation)
                .query(ReviewTable::page)
                .list();
    }

    List<Review.Page> of(UUID decision, UUID signatory) {
        return jdbc.sql(OF)
                .param("decision", decision)
                .param("signatory", signatory)
                .query(ReviewTable::page)
                .list();
    }

    void keep(
            UUID decision,
            UUID signatory,
            DossierId dossier,
            Review.Page page,
            LocalDate day,
            @Nullable UUID delegation,
            Instant at) {
        jdbc.sql(KEEP)
                .param("decision", decision)
                .param("signatory", signatory)
                .param("kind", page.kind().name())
                .param("dossier", dossier.value())
                .param("document", page.document().value())
                .param("sha256", page.sha256())
                .param("day", day)
                .param("delegation", delegation)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Review.Page page(ResultSet row, int number) throws SQLException {
        return new Review.Page(
                IssuedDeed.Kind.valueOf(requireNonNull(row.getString("kind"))),
                new DocumentId(row.getObject("document", UUID.class)),
                requireNonNull(row.getString("sha256")));
    }
}
