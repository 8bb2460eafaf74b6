package fr.gouv.workinfrance.examination.revision;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.examination.revision.Revision.Given;
import fr.gouv.workinfrance.examination.revision.Revision.Signed;
import fr.gouv.workinfrance.examination.revision.Revision.State;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The SQL of acts about decisions.
@Component
final class RevisionTable {

    private static final String READ =
            """
            select r.*,
                   coalesce((select json_agg(json_build_object('paper', d.kind, 'document',
                                                 json_build_object('value', d.document),
                                                 'sha256', d.sha256, 'at', d.given_at)
                                    order by d.given_at, d.kind)
                               from examination.revision_deed d where d.revision = r.id), '[]') as given,
                   json_build_object(
                       'observations',
                       coalesce((select json_agg(json_build_object('part', o.part, 'by', o.sent_by,
                                                     'words', o.words, 'documents', o.documents,
                                                     'oral', o.oral, 'at', o.sent_at)
                                        order by o.sent_at, o.part)
                                   from examination.observation o where o.revision = r.id), '[]'),
                       'interview',
                       (select json_build_object('words', i.words, 'by', i.told_by, 'at', i.told_at)
                          from examination.interview i where i.revision = r.id)) as hearing
              from examination.revision r
            """;

    private static final String OF =
            READ + " where r.dossier = :dossier order by r.drafted_at, r.id";

    private static final String FIND = READ + " where r.id = :id";

    private static final String KEEP =
            """
            insert into examination.revision
                   (id, dossier, kind, content, drafted_by, drafted_at, state, state_by, state_at,
                    words, sha256, delegation)
            values (:id, :dossier, :kind, :content::jsonb, :author, :draftedAt, :state, :by, :at,
                    :words, :sha256, cast(:delegation as uuid))
            on conflict (id) do update
               set content = excluded.content, drafted_by = excluded.drafted_by,
                   drafted_at = excluded.drafted_at, state = excluded.state,
                   state_by = excluded.state_by, state_at = excluded.state_at, words = excluded.words,
                   sha256 = excluded.sha256, delegation = excluded.delegation
            """;

    private static final String GIVE =
            """
            insert into examination.revision_deed (revision, kind, document, sha256, given_at)
            values (:revision, :kind, :document, :sha256, :at)
            on conflict do nothing
            """;

    private static final String OBSERVE =
            """
            insert into examination.observation
                   (revision, part, sent_by, words, documents, oral, sent_at)
            values (:revision, :part, :by, :words, :documents::jsonb, :oral, :at)
            """;

    private static final String TELL =
            """
            insert into examination.interview (revision, words, told_by, told_at)
            values (:revision, :words, :by, :at)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RevisionTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Revision> of(DossierId dossier) {
        return jdbc.sql(OF).param("dossier", dossier.value()).query(this::revision).list();
    }

    Optional<Revision> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(this::revision).optional();
    }

    void keep(Revision revision) {
        Signed signed = revision.signed();
        jdbc.sql(KEEP)
                .param("id", revision.id())
                .param("dossier", revision.dossier().value())
                .param("kind", revision.matter().kind().name())
                .param("content", json.writeValueAsString(revision.matter()))
                .param("author", revision.author())
                .param("draftedAt", Timestamp.from(revision.draftedAt()))
                .param("state", revision.state().name())
                .param("by", revision.by())
                .param("at", Timestamp.from(revision.at()))
                .param("words", revision.words())
                .param("sha256", signed == null ? null : signed.sha256())
                .param("delegation", signed == null ? null : signed.delegation())
                .update();
    }

    void give(UUID revision, Given given) {
        jdbc.sql(GIVE)
                .param("revision", revision)
                .param("kind", given.paper().name())
                .param("document", given.document().value())
                .param("sha256", given.sha256())
                .param("at", Timestamp.from(given.at()))
                .update();
    }

    void observe(UUID revision, Observation said) {
        jdbc.sql(OBSERVE)
                .param("revision", revision)
                .param("part", said.part().name())
                .param("by", said.by())
                .param("words", said.words())
                .param("documents", json.writeValueAsString(said.documents()))
                .param("oral", said.oral())
                .param("at", Timestamp.from(said.at()))
                .update();
    }

    void tell(UUID revision, Hearing.Interview interview) {
        jdbc.sql(TELL)
                .param("revision", revision)
                .param("words", interview.words())
                .param("by", interview.by())
                .param("at", Timestamp.from(interview.at()))
                .update();
    }

    private Revision revision(ResultSet row, int number) throws SQLException {
        Matter.Kind kind = Matter.Kind.valueOf(text(row, "kind"));
        return new Revision(
                row.getObject("id", UUID.class),
                new DossierId(row.getObject("dossier", UUID.class)),
                json.readValue(text(row, "content"), kind.type()),
                row.getObject("drafted_by", UUID.class),
                instant(row, "drafted_at"),
                State.valueOf(text(row, "state")),
                row.getObject("state_by", UUID.class),
                instant(row, "state_at"),
                row.getString("words"),
                signed(row),
                json.readValue(text(row, "hearing"), Hearing.class),
                Arrays.asList(json.readValue(text(row, "given"), Given[].class)));
    }

    private static @Nullable Signed signed(ResultSet row) throws SQLException {
        String sha256 = row.getString("sha256");
        return sha256 == null ? null : new Signed(sha256, row.getObject("delegation", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getTimestamp(column)).toInstant();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return requireNonNull(row.getString(column));
    }
}
