package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.dossier.clock.LegalClock;
import fr.gouv.workinfrance.employer.Membership;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// The SQL of a dossier: its own row, read whole in one statement with all that hangs on it.
@Component
final class DossierTable {

    private static final String COLUMNS =
            """
            select d.*,
                   to_jsonb(c) as decision_row,
                   (select jsonb_agg(to_jsonb(p) order by p.joined_at, p.part)
                      from dossier.party p where p.dossier = d.id) as parties,
                   (select jsonb_agg(to_jsonb(l) order by l.number)
                      from dossier.clock_line l where l.dossier = d.id) as clock_lines,
                   (select jsonb_agg(to_jsonb(e) order by e.issued_at, e.kind)
                      from dossier.deed e where e.dossier = d.id) as deeds,
                   (select jsonb_agg(to_jsonb(r) order by r.number)
                      from dossier.correction r where r.dossier = d.id) as corrections,
                   (select to_jsonb(a) from dossier.amendment a
                     where a.dossier = d.id and a.sent_at is null) as amendment,
                   (select jsonb_agg(distinct jsonb_build_object(
                               'subject', c ->> 'subject', 'document', b ->> 'document'))
                      from dossier.amendment a,
                           jsonb_array_elements(a.changes) c,
                           jsonb_array_elements(c -> 'before') b
                     where a.dossier = d.id and a.sent_at is not null
                       and b ->> 'document' is not null) as replaced
            """;

    private static final String FROM =
            """
              from dossier.dossier d
              left join dossier.decision c on c.id = d.decision
            """;

    private static final String READ = COLUMNS + FROM;

    private static final String BY_ID = READ + " where d.id = :id";

    private static final String LOCK = "select from dossier.dossier where id = :id for update";

    private static final String DECISION =
            "select to_jsonb(c) as row from dossier.decision c where c.id = :id";

    private static final String IS = " where d.reference = :reference";

    private static final String BY_REFERENCE = READ + IS;

    private static final String WHOLE = COLUMNS + AnnexRowTable.COLUMNS + FROM + IS;

    static final String OF_ACCOUNT =
            READ
                    + """
                     where d.id in (select p.dossier from dossier.party p where p.account = :account
                                    union select unnest(:opened))
                       and (d.opened_at, d.id) < (:before, :beforeId)
                     order by d.opened_at desc, d.id desc
                     limit :limit
                    """;

    private static final String OF_EMPLOYER =
            READ
                    + """
                     where d.employer = :employer
                       and (:whole or d.establishment = any(:sirets))
                       and (d.opened_at, d.id) < (:before, :beforeId)
                     order by d.opened_at desc, d.id desc
                     limit :limit
                    """;

    private static final String OF_COUNTER =
            READ
                    + """
                     where d.counter_agent = :agent
                     order by d.opened_at desc, d.id
                     limit :limit
                    """;

    private static final String INSERT =
            """
            insert into dossier.dossier
                   (id, version, reference, procedure, procedure_version, filer, language, stage,
                    opened_at, touched_at, opened_by, answers, attachments, taken_from,
                    counter_office, counter_agent, counter_for, counter_agreement, counter_at)
            values (:id, 0, :reference, :procedure, :procedureVersion, :filer, :language, 'DRAFT',
                    :openedAt, :openedAt, :openedBy, '{}', '[]', :takenFrom, :counterOffice,
                    :counterAgent, :counterFor, :counterAgreement, :counterAt)
            """;

    private static final String WAITS =
            "update dossier.dossier set revision_to_sign = :waits where id = :id";

    /// What did not change is left where it is: a large value is not written a second time.
    private static final String UPDATE =
            SpellingTable.with(
                    """
                    update dossier.dossier
                       set version = version + 1, touched_at = :touchedAt, ending_told_at = null,
                           procedure_version = :procedureVersion, filer = :filer, stage = :stage,
                           submitted_at = :submittedAt, office = :office,
                           certified_at = :certifiedAt, certified_by = :certifiedBy,
                           examined_since = :examinedSince, withdrawn_at = :withdrawnAt,
                           assignee = :assignee, decision = :decision,
                           answers = coalesce(nullif(:answers::jsonb, answers), answers),
                           attachments = :attachments::jsonb,
                           worker_name = :workerName, worker_birth = :workerBirth,
                           employer_name = :employerName, employer_siret = :employerSiret,
                           search_text = dossier.both(:searchText, mended_text),
                           searched = :searched::jsonb || dossier.mended(mended_birth),
                           answer_by = :answerBy, ended_at = :endedAt,
                           employer = :employer, establishment = :establishment,
                           clock_period = :clockPeriod, clock_silence = :clockSilence,
                           legal_limit = :legalLimit
                     where id = :id and version = :version
                    """);

    /// Beside what is searched already.
    private static final String MEND =
            SpellingTable.with(
                    """
                    update dossier.dossier
                       set mended_worker = :worker, mended_employer = :employer,
                           mended_birth = coalesce(:birth, mended_birth),
                           mended_text = dossier.both(mended_text, :text),
                           search_text = dossier.both(search_text, :text),
                           searched = searched || dossier.mended(coalesce(:birth, mended_birth))
                     where id = :id
                    """);

    private static final String LATE =
            """
            select id from dossier.dossier
             where legal_limit <= :today
               and stage in ('SUBMITTED', 'COMPLETE', 'IN_EXAMINATION', 'AWAITING_SIGNATURE')
               and not exists (select from dossier.clock_line l
                                where l.dossier = dossier.id and l.kind = 'REACHED'
                                  and not exists (select from dossier.clock_line again
                                                   where again.dossier = l.dossier
                                                     and again.kind = 'START' and again.number > l.number))
             order by legal_limit, id
             limit :limit
            """;

    private static final String AWAITS_OPINION =
            """
            update dossier.dossier set awaits_opinion = :awaits
             where id = :id and awaits_opinion <> :awaits
            """;

    private static final String BEFORE =
            "update dossier.dossier set authority = :authority where id = :id";

    private static final String AUTHORITY =
            "select authority from dossier.dossier where id = :id and authority is not null";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DossierTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Dossier dossier) {
        Reference takenFrom = dossier.origin().takenFrom();
        Counter counter = dossier.origin().counter();
        jdbc.sql(INSERT)
                .param("id", dossier.id().value())
                .param("reference", dossier.reference().value())
                .param("procedureVersion", dossier.procedureVersion())
                .param("procedure", dossier.procedure())
                .param("filer", dossier.filer().name())
                .param("language", dossier.language())
                .param("openedAt", Timestamp.from(dossier.openedAt()))
                .param("openedBy", dossier.belonging().openedBy())
                .param("takenFrom", takenFrom == null ? null : takenFrom.value())
                .param("counterOffice", counter == null ? null : counter.office())
                .param("counterAgent", counter == null ? null : counter.agent())
                .param("counterFor", counter == null ? null : counter.person())
                .param("counterAgreement", counter == null ? null : counter.agreement().name())
                .param("counterAt", timestamp(counter == null ? null : counter.at()))
                .update();
    }

    Optional<Dossier> find(DossierId id) {
        return jdbc.sql(BY_ID).param("id", id.value()).query(this::dossier).optional();
    }

    /// The dossier, which nobody else can change until the transaction ends.
    Optional<Dossier> lock(DossierId id) {
        // first: a statement that waits for a row reads what hangs on it as it was when it began
        jdbc.sql(LOCK).param("id", id.value()).query().listOfRows();
        return find(id);
    }

    Optional<Dossier> find(Reference reference) {
        return jdbc.sql(BY_REFERENCE)
                .param("reference", reference.value())
                .query(this::dossier)
                .optional();
    }

    /// The same, with what is kept beside it.
    Optional<Read> whole(Reference reference) {
        return jdbc.sql(WHOLE)
                .param("reference", reference.value())
                .query(
                        (row, number) ->
                                new Read(
                                        dossier(row, number), new AnnexRowTable(json, row).annex()))
                .optional();
    }

    record Read(Dossier dossier, Annex annex) {}

    /// The dossiers to which someone is a party, and those that his mandates open to him.
    List<Dossier> of(UUID account, List<UUID> opened, Instant before, UUID beforeId, int limit) {
        return jdbc.sql(OF_ACCOUNT)
                .param("account", account)
                .param("opened", opened.toArray(UUID[]::new))
                .param("before", Timestamp.from(before))
                .param("beforeId", beforeId)
                .param("limit", limit)
                .query(this::dossier)
                .list();
    }

    /// What an agent entered at the counter, the newest first.
    List<Dossier> enteredBy(UUID agent, int limit) {
        return jdbc.sql(OF_COUNTER)
                .param("agent", agent)
                .param("limit", limit)
                .query(this::dossier)
                .list();
    }

    /// The dossiers of a company, as far as someone acts for it.
    List<Dossier> of(Membership member, Instant before, UUID beforeId, int limit) {
        return jdbc.sql(OF_EMPLOYER)
                .param("employer", member.employer().value())
                .param("whole", member.whole())
                .param("sirets", member.sirets().toArray(String[]::new))
                .param("before", Timestamp.from(before))
                .param("beforeId", beforeId)
                .param("limit", limit)
                .query(this::dossier)
                .list();
    }

    /// Dossiers whose limit has come, and of which this was not yet recorded.
    List<DossierId> late(LocalDate today, int limit) {
        return jdbc.sql(LATE)
                .param("today", today)
                .param("limit", limit)
                .query((row, _) -> new DossierId(row.getObject("id", UUID.class)))
                .list();
    }

    /// A decision that was prepared, be it signed, sent back or waiting.
    Optional<Prepared> decision(UUID id) {
        return jdbc.sql(DECISION)
                .param("id", id)
                .query((row, _) -> HangingRow.prepared(json.readTree(row.getString("row"))))
                .optional();
    }

    /// The names and the date of birth as they were mended in its decision.
    void mend(DossierId id, Names asked, Names mended) {
        String text = mended.searchText();
        jdbc.sql(MEND)
                .param("id", id.value())
                .param("worker", mended.worker())
                .param("birth", mended.workerBirth())
                .param("employer", mended.employer())
                .param("text", Objects.equals(text, asked.searchText()) ? null : text)
                .query(Integer.class)
                .single();
    }

    /// Whether an act about its decision waits to be signed.
    void waits(DossierId id, boolean toSign) {
        jdbc.sql(WAITS).param("id", id.value()).param("waits", toSign).update();
    }

    /// Writes the dossier under the version it was read at; false when someone wrote it meanwhile.
    boolean update(Dossier dossier, IndexCard card, Instant touchedAt) {
        Names names = card.names();
        Stage stage = dossier.stage();
        LegalClock clock = dossier.clock();
        boolean draft = stage instanceof Stage.Draft; // nobody searches it
        return jdbc.sql(UPDATE)
                        .param("id", dossier.id().value())
                        .param("version", dossier.version())
                        .param("touchedAt", Timestamp.from(touchedAt))
                        .param("procedureVersion", dossier.procedureVersion())
                        .param("filer", dossier.filer().name())
                        .param("stage", stage.name().name())
                        .param(
                                "submittedAt",
                                timestamp(dossier.deposit().map(Stage.Deposit::at).orElse(null)))
                        .param("office", dossier.office().orElse(null))
                        .param(
                                "certifiedAt",
                                timestamp(
                                        dossier.certified().map(Stage.Certified::at).orElse(null)))
                        .param(
                                "certifiedBy",
                                dossier.certified().map(Stage.Certified::by).orElse(null))
                        .param(
                                "examinedSince",
                                timestamp(
                                        stage instanceof Stage.InExamination in
                                                ? in.since()
                                                : null))
                        .param(
                                "withdrawnAt",
                                timestamp(stage instanceof Stage.Withdrawn w ? w.at() : null))
                        .param("assignee", dossier.assignee())
                        .param("decision", dossier.prepared().map(Prepared::id).orElse(null))
                        .param("answers", json.writeValueAsString(dossier.answers().byField()))
                        .param(
                                "attachments",
                                json.writeValueAsString(AttachedRow.of(dossier.attachments())))
                        .param("workerName", names.worker())
                        .param("workerBirth", names.workerBirth())
                        .param("employerName", names.employer())
                        .param("employerSiret", names.employerSiret())
                        .param("searchText", draft ? null : names.searchText())
                        .param("searched", draft ? "{}" : json.writeValueAsString(card.fields()))
                        .param("answerBy", card.answerBy())
                        .param("endedAt", timestamp(card.endedAt()))
                        .param(
                                "employer",
                                dossier.belonging()
                                        .place()
                                        .map(place -> place.employer().value())
                                        .orElse(null))
                        .param(
                                "establishment",
                                dossier.belonging()
                                        .place()
                                        .map(Belonging.Place::siret)
                                        .orElse(null))
                        .param("clockPeriod", clock == null ? null : clock.period().toString())
                        .param("clockSilence", clock == null ? null : clock.silence().name())
                        .param("legalLimit", clock == null ? null : clock.limit().orElse(null))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private Dossier dossier(ResultSet row, int number) throws SQLException {
        return new DossierRowTable(json, row).dossier();
    }

    void before(DossierId id, @Nullable String authority) {
        jdbc.sql(BEFORE).param("id", id.value()).param("authority", authority).update();
    }

    /// The authority that an appeal is before; empty when none is.
    Optional<String> authority(DossierId id) {
        return jdbc.sql(AUTHORITY).param("id", id.value()).query(String.class).optional();
    }

    void awaitsOpinion(DossierId id, boolean awaits) {
        jdbc.sql(AWAITS_OPINION).param("id", id.value()).param("awaits", awaits).update();
    }
}
