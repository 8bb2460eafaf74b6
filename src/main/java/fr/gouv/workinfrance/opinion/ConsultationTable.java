package fr.gouv.workinfrance.opinion;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.opinion.Opinion.Awaited;
import fr.gouv.workinfrance.opinion.Opinion.Ended;
import fr.gouv.workinfrance.opinion.Opinion.Given;
import fr.gouv.workinfrance.opinion.Opinion.Tacit;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The SQL of consultations.
@Component
final class ConsultationTable {

    private static final String FIND = "select * from opinion.consultation where id = :id";

    private static final String OF =
            "select * from opinion.consultation where dossier = :dossier order by number";

    private static final String DIALOGUE =
            """
            select c.*,
                   (select jsonb_agg({told} order by i.told_at, i.id)
                      from opinion.information i where i.dossier = d.id) as told
              from (values (:dossier::uuid)) as d (id)
              left join opinion.consultation c on c.dossier = d.id
             order by c.number
            """
                    .replace("{told}", InformationTable.TOLD);

    private static final String NEXT =
            """
            select coalesce(max(number), 0) + 1 from opinion.consultation where dossier = :dossier
            """;

    private static final String INSERT =
            """
            insert into opinion.consultation
                   (id, dossier, reference, procedure, number, rule, parent, body, inquiry, office,
                    asked_at, asked_by, question, due, state, communicable, version)
            values (:id, :dossier, :reference, :procedure, :number, :rule, :parent, :body, :inquiry,
                    :office, :asked_at, :asked_by, :question, :due, 'AWAITED', :communicable, 1)
            on conflict do nothing
            """;

    private static final String UPDATE =
            """
            update opinion.consultation
               set due = :due, taker = :taker, communicable = :communicable,
                   extension_until = :extension_until, extension_reason = :extension_reason,
                   extension_asked_at = :extension_asked_at, extension_state = :extension_state,
                   state = :state, late_since = :late_since, ended_at = :ended_at,
                   verdict = :verdict, reasons = :reasons, answers = :answers::jsonb,
                   documents = :documents, author = :author, late = :late, meaning = :meaning,
                   ended_by = :ended_by, why = :why, end_reason = :end_reason, version = :version
             where id = :id and version = :version - 1
            """;

    /// What is due, or past it, and of which this was not yet recorded.
    private static final String PASSED =
            """
            select id from opinion.consultation
             where state = 'AWAITED' and late_since is null and due < :today
             order by due, id limit :limit
            """;

    private static final String TO_REMIND =
            """
            select id from opinion.consultation
             where state = 'AWAITED' and late_since is null and reminded_at is null
               and due >= :today and due <= :before
             order by due, id limit :limit
            """;

    private static final String REMINDED =
            """
            update opinion.consultation set reminded_at = :at
             where id = :id and reminded_at is null and state = 'AWAITED'
            """;

    private static final String PENDING_AT =
            """
            select id from opinion.consultation
             where office = :office and state = 'AWAITED'
             order by dossier, id
            """;

    private static final String MOVE =
            """
            update opinion.consultation set office = :office, taker = null, version = version + 1
             where id = :id
            """;

    /// What is past, and what it was told, is its successor's to look up.
    private static final String SUCCEED =
            """
            with past as (update opinion.consultation set office = :successor
                           where office = :office and state <> 'AWAITED')
            update opinion.information set office = :successor where office = :office
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ConsultationTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Consultation> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(this::consultation).optional();
    }

    /// The same, which nobody else changes until the transaction ends.
    Optional<Consultation> lock(UUID id) {
        return jdbc.sql(FIND + " for update").param("id", id).query(this::consultation).optional();
    }

    List<Consultation> of(DossierId dossier) {
        return jdbc.sql(OF).param("dossier", dossier.value()).query(this::consultation).list();
    }

    /// All that was asked about a dossier, and told of it.
    Exchanged exchanged(DossierId dossier) {
        List<Consultation> asked = new ArrayList<>();
        List<Information> told = new ArrayList<>();
        jdbc.sql(DIALOGUE)
                .param("dossier", dossier.value())
                .query(
                        row -> {
                            String informations = row.getString("told");
                            if (told.isEmpty() && informations != null) {
                                json.readTree(informations)
                                        .forEach(
                                                one -> told.add(InformationTable.information(one)));
                            }
                            if (row.getObject("id") != null) {
                                asked.add(consultation(row, 0));
                            }
                        });
        return new Exchanged(asked, told);
    }

    record Exchanged(List<Consultation> asked, List<Information> told) {}

    int next(DossierId dossier) {
        return jdbc.sql(NEXT).param("dossier", dossier.value()).query(Integer.class).single();
    }

    /// Keeps a new one, and tells whether it was not asked already.
    boolean insert(Consultation asked) {
        return jdbc.sql(INSERT)
                        .param("id", asked.id())
                        .param("dossier", asked.dossier().value())
                        .param("reference", asked.reference().value())
                        .param("procedure", asked.procedure())
                        .param("number", asked.number())
                        .param("rule", asked.rule())
                        .param("parent", asked.parent())
                        .param("body", asked.body())
                        .param("inquiry", asked.inquiry())
                        .param("office", asked.office())
                        .param("asked_at", Timestamp.from(asked.askedAt()))
                        .param("asked_by", asked.askedBy())
                        .param("question", asked.question())
                        .param("due", asked.due())
                        .param("communicable", asked.communicable())
                        .update()
                == 1;
    }

    /// Writes what changed of one that is locked.
    void update(Consultation after) {
        Extension extension = after.extension();
        StatementSpec update =
                jdbc.sql(UPDATE)
                        .param("id", after.id())
                        .param("version", after.version())
                        .param("due", after.due())
                        .param("taker", after.taker())
                        .param("communicable", after.communicable())
                        .param("extension_until", extension == null ? null : extension.until())
                        .param("extension_reason", extension == null ? null : extension.reason())
                        .param(
                                "extension_asked_at",
                                extension == null ? null : Timestamp.from(extension.askedAt()))
                        .param(
                                "extension_state",
                                extension == null ? null : extension.state().name());
        if (became(update, after.opinion()).update() != 1) {
            throw new IllegalStateException("a locked consultation has changed");
        }
    }

    private StatementSpec became(StatementSpec update, Opinion opinion) {
        Given given = opinion instanceof Given known ? known : null;
        Ended ended = opinion instanceof Ended known ? known : null;
        Tacit tacit = opinion instanceof Tacit known ? known : null;
        return update.param("state", state(opinion))
                .param("late_since", lateSince(opinion))
                .param("ended_at", at(endedAt(opinion)))
                .param("verdict", given == null ? null : given.verdict().name())
                .param("reasons", given == null ? null : given.reasons())
                .param("answers", given == null ? null : json.writeValueAsString(given.answers()))
                .param("documents", given == null ? new UUID[0] : ids(given.documents()))
                .param("author", given == null ? null : given.author())
                .param("late", given == null ? null : given.late())
                .param("meaning", tacit == null ? null : tacit.meaning().name())
                .param("ended_by", given != null ? given.by() : ended != null ? ended.by() : null)
                .param("why", ended == null ? null : ended.why().name())
                .param("end_reason", ended == null ? null : ended.reason());
    }

    List<UUID> passed(LocalDate today, int limit) {
        return jdbc.sql(PASSED)
                .param("today", today)
                .param("limit", limit)
                .query(ConsultationTable::id)
                .list();
    }

    List<UUID> toRemind(LocalDate today, LocalDate before, int limit) {
        return jdbc.sql(TO_REMIND)
                .param("today", today)
                .param("before", before)
                .param("limit", limit)
                .query(ConsultationTable::id)
                .list();
    }

    boolean reminded(UUID id, Instant at) {
        return jdbc.sql(REMINDED).param("id", id).param("at", Timestamp.from(at)).update() == 1;
    }

    List<UUID> pendingAt(String office) {
        return jdbc.sql(PENDING_AT).param("office", office).query(ConsultationTable::id).list();
    }

    void move(UUID id, String office) {
        jdbc.sql(MOVE).param("id", id).param("office", office).update();
    }

    void succeed(String office, String successor) {
        jdbc.sql(SUCCEED).param("office", office).param("successor", successor).update();
    }

    private static String state(Opinion opinion) {
        return switch (opinion) {
            case Awaited _ -> "AWAITED";
            case Given _ -> "GIVEN";
            case Tacit _ -> "TACIT";
            case Ended _ -> "ENDED";
        };
    }

    private static @Nullable LocalDate lateSince(Opinion opinion) {
        return switch (opinion) {
            case Awaited(LocalDate since) -> since;
            case Tacit(_, LocalDate on) -> on;
            case Given _, Ended _ -> null;
        };
    }

    private static @Nullable Instant endedAt(Opinion opinion) {
        return switch (opinion) {
            case Awaited _ -> null;
            case Given given -> given.at();
            case Tacit(_, LocalDate on) -> on.atStartOfDay(ZoneOffset.UTC).toInstant();
            case Ended ended -> ended.at();
        };
    }

    private static @Nullable Timestamp at(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static UUID id(ResultSet row, int number) throws SQLException {
        return requireNonNull(row.getObject("id", UUID.class));
    }

    private static UUID[] ids(List<DocumentId> documents) {
        return documents.stream().map(DocumentId::value).toArray(UUID[]::new);
    }

    private Consultation consultation(ResultSet row, int number) throws SQLException {
        return new ConsultationRowTable(json, row).consultation();
    }
}
