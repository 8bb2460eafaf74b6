package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.reference.online.Establishment;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.sql.Timestamp;
import java.util.Optional;

/// All the SQL of `dossier.register_note`.
@Component
final class RegisterNoteTable {

    private static final String WRITE =
            """
            insert into dossier.register_note (dossier, siret, establishment, read_at)
            values (:dossier, :siret, :establishment::jsonb, :readAt)
            on conflict (dossier) do update
               set siret = excluded.siret, establishment = excluded.establishment,
                   read_at = excluded.read_at
            """;

    private static final String FIND =
            "select establishment, read_at from dossier.register_note where dossier = :dossier";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RegisterNoteTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void write(DossierId dossier, RegisterNote note) {
        jdbc.sql(WRITE)
                .param("dossier", dossier.value())
                .param("siret", note.establishment().siret().value())
                .param("establishment", json.writeValueAsString(note.establishment()))
                .param("readAt", Timestamp.from(note.readAt()))
                .update();
    }

    Optional<RegisterNote> find(DossierId dossier) {
        return jdbc.sql(FIND)
                .param("dossier", dossier.value())
                .query(
                        (row, _) ->
                                new RegisterNote(
                                        json.readValue(
                                                row.getString("establishment"),
                                                Establishment.class),
                                        row.getTimestamp("read_at").toInstant()))
                .optional();
    }
}
