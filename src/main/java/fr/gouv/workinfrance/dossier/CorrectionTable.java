package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.dossier.correction.Correction;
import fr.gouv.workinfrance.dossier.correction.Correction.CorrectionAnswer;
import fr.gouv.workinfrance.dossier.correction.Subject;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// The SQL of corrections and amendments.
@Component
final class CorrectionTable {

    private static final String ASK =
            """
            insert into dossier.correction
                   (dossier, number, asked_at, asked_by, day, answer_by, lines, late, brought, sent)
            values (:dossier, :number, :at, :by, :day, :answerBy, :lines::jsonb, :late, '{}', '{}')
            """;

    private static final String COME =
            """
            update dossier.correction
               set brought = :brought, answered_at = :at, sent = :sent::jsonb
             where dossier = :dossier and number = :number
            """;

    private static final String MEND =
            """
            insert into dossier.amendment (dossier, number, opened_at, answers, attachments, said)
            values (:dossier, :number, :at, :answers::jsonb, :attachments::jsonb, :said::jsonb)
            on conflict (dossier, number) do update
               set answers = excluded.answers, attachments = excluded.attachments, said = excluded.said
            """;

    private static final String GIVE_UP =
            "delete from dossier.amendment where dossier = :dossier and sent_at is null";

    private static final String SENT =
            """
            update dossier.amendment
               set sent_at = :at, sent_by = :by, correction = :correction, changes = :changes::jsonb,
                   answers = null, attachments = null, said = null
             where dossier = :dossier and sent_at is null
            """;

    private static final String NEXT =
            "select coalesce(max(number), 0) + 1 from dossier.amendment where dossier = :dossier";

    private static final String DUE =
            """
            select r.dossier
              from dossier.correction r
              join dossier.dossier d on d.id = r.dossier
             where r.answered_at is null and r.reminded_at is null
               and r.answer_by between :today and :until
               and d.stage in ('SUBMITTED', 'COMPLETE', 'IN_EXAMINATION')
             order by r.answer_by, r.dossier
             limit :limit
            """;

    private static final String REMINDED =
            """
            update dossier.correction set reminded_at = :at
             where dossier = :dossier and answered_at is null and reminded_at is null
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CorrectionTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Writes what the act asked, what came, and what is being mended.
    void write(Dossier before, Dossier after) {
        List<Correction> known = before.course().corrections();
        for (Correction correction : after.course().corrections()) {
            if (correction.number() > known.size()) {
                ask(after.id(), correction);
            } else if (!correction.equals(known.get(correction.number() - 1))) {
                come(after.id(), correction);
            }
        }
        Amendment mending = after.amendment();
        if (mending != null && !mending.equals(before.amendment())) {
            jdbc.sql(MEND)
                    .param("dossier", after.id().value())
                    .param("number", mending.number())
                    .param("at", Timestamp.from(mending.openedAt()))
                    .param(
                            "answers",
                            json.writeValueAsString(mending.content().answers().byField()))
                    .param(
                            "attachments",
                            json.writeValueAsString(
                                    AttachedRow.of(mending.content().attachments())))
                    .param("said", json.writeValueAsString(mending.said()))
                    .update();
        }
    }

    private void ask(DossierId dossier, Correction correction) {
        jdbc.sql(ASK)
                .param("dossier", dossier.value())
                .param("number", correction.number())
                .param("at", Timestamp.from(correction.at()))
                .param("by", correction.by())
                .param("day", correction.day())
                .param("answerBy", correction.answerBy())
                .param(
                        "lines",
                        json.writeValueAsString(
                                correction.lines().stream().map(CorrectionRow::of).toList()))
                .param("late", correction.late())
                .update();
    }

    private void come(DossierId dossier, Correction correction) {
        jdbc.sql(COME)
                .param("dossier", dossier.value())
                .param("number", correction.number())
                .param(
                        "brought",
                        correction.brought().stream()
                                .map(Subject::toString)
                                .sorted()
                                .toArray(String[]::new))
                .param(
                        "at",
                        correction
                                .answer()
                                .map(CorrectionAnswer::at)
                                .map(Timestamp::from)
                                .orElse(null))
                .param("sent", json.writeValueAsString(correction.sent()))
                .update();
    }

    /// The number of the next amendment of a dossier.
    int next(DossierId dossier) {
        return jdbc.sql(NEXT).param("dossier", dossier.value()).query(Integer.class).single();
    }

    /// What was being mended is given up.
    void giveUp(DossierId dossier) {
        jdbc.sql(GIVE_UP).param("dossier", dossier.value()).update();
    }

    /// What was being mended is sent.
    ///
    /// @param correction the request that it answers; absent when nothing was asked
    void sent(
            DossierId dossier,
            Instant at,
            UUID by,
            @Nullable Integer correction,
            List<Change> changes) {
        jdbc.sql(SENT)
                .param("dossier", dossier.value())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("correction", correction)
                .param(
                        "changes",
                        json.writeValueAsString(changes.stream().map(ChangedRow::of).toList()))
                .update();
    }

    /// Dossiers whose parties have until one of these days to answer, and were not reminded.
    List<DossierId> due(LocalDate today, LocalDate until, int limit) {
        return jdbc.sql(DUE)
                .param("today", today)
                .param("until", until)
                .param("limit", limit)
                .query((row, _) -> new DossierId(row.getObject("dossier", UUID.class)))
                .list();
    }

    /// Whether nobody had reminded them yet.
    boolean reminded(DossierId dossier, Instant at) {
        return jdbc.sql(REMINDED)
                        .param("dossier", dossier.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }
}
