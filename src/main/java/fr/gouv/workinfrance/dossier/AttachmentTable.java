package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.document.DocumentId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

/// The SQL that finds what a document is joined to.
@Component
final class AttachmentTable {

    private static final String HAVING =
            """
            select id from dossier.dossier
             where attachments @> jsonb_build_array(jsonb_build_object('document', :document::text))
             order by id
            """;

    private final JdbcClient jdbc;

    AttachmentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The dossiers that have this document.
    List<DossierId> having(DocumentId document) {
        return jdbc.sql(HAVING)
                .param("document", document.value().toString())
                .query((row, _) -> new DossierId(row.getObject("id", UUID.class)))
                .list();
    }
}
