package fr.gouv.workinfrance.dossier;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.calendar.LegalPeriod;
import fr.gouv.workinfrance.dossier.Stage.Certified;
import fr.gouv.workinfrance.dossier.Stage.Deposit;
import fr.gouv.workinfrance.dossier.clock.LegalClock;
import fr.gouv.workinfrance.dossier.correction.Correction;
import fr.gouv.workinfrance.dossier.correction.Correction.CorrectionAnswer;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.TimeLimit.Silence;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The row of a dossier, with all that hangs on it, read into a [Dossier].
final class DossierRowTable {

    private final JsonMapper json;
    private final ResultSet row;

    DossierRowTable(JsonMapper json, ResultSet row) {
        this.json = json;
        this.row = row;
    }

    Dossier dossier() throws SQLException {
        return new Dossier(
                new DossierId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                new Reference(text("reference")),
                text("procedure"),
                Part.valueOf(text("filer")),
                text("language"),
                instant("opened_at"),
                instant("touched_at"),
                origin(),
                content(json.readTree(text("answers")), json.readTree(text("attachments"))),
                list("parties", HangingRow::party),
                Belonging.read(
                        row.getObject("opened_by", UUID.class),
                        row.getString("employer"),
                        row.getString("establishment")),
                new Course(
                        text("procedure_version"),
                        stage(),
                        clock(),
                        row.getObject("assignee", UUID.class),
                        list("deeds", HangingRow::deed),
                        list("corrections", this::correction)),
                amendment());
    }

    private Content content(JsonNode answers, JsonNode attachments) throws SQLException {
        return new Content(
                new Answers(json.readValue(json.treeAsTokens(answers), new TypeReference<>() {})),
                new Attachments(
                        attachments
                                .valueStream()
                                .map(one -> json.treeToValue(one, AttachedRow.class).attachment())
                                .toList(),
                        list("replaced", HangingRow::replaced)));
    }

    private @Nullable Amendment amendment() throws SQLException {
        String pending = row.getString("amendment");
        if (pending == null) {
            return null;
        }
        JsonNode amendment = json.readTree(pending);
        return new Amendment(
                amendment.get("number").asInt(),
                HangingRow.at(amendment, "opened_at"),
                content(amendment.get("answers"), amendment.get("attachments")),
                said(amendment));
    }

    private Correction correction(JsonNode row) {
        return new Correction(
                row.get("number").asInt(),
                HangingRow.at(row, "asked_at"),
                UUID.fromString(HangingRow.text(row, "asked_by")),
                LocalDate.parse(HangingRow.text(row, "day")),
                LocalDate.parse(HangingRow.text(row, "answer_by")),
                row.get("lines")
                        .valueStream()
                        .map(line -> json.treeToValue(line, CorrectionRow.class).line())
                        .toList(),
                HangingRow.optional(row, "late"),
                row.get("brought")
                        .valueStream()
                        .map(subject -> Subject.parse(subject.asString()))
                        .collect(Collectors.toSet()),
                row.get("sent")
                        .propertyStream()
                        .collect(
                                Collectors.toMap(
                                        sent -> Part.valueOf(sent.getKey()),
                                        sent -> answer(sent.getValue()))));
    }

    private CorrectionAnswer answer(JsonNode sent) {
        return new CorrectionAnswer(
                HangingRow.at(sent, "at"),
                UUID.fromString(HangingRow.text(sent, "by")),
                said(sent));
    }

    private Map<String, String> said(JsonNode row) {
        return json.convertValue(row.get("said"), new TypeReference<>() {});
    }

    private Origin origin() throws SQLException {
        String takenFrom = row.getString("taken_from");
        String office = row.getString("counter_office");
        return new Origin(
                takenFrom == null ? null : new Reference(takenFrom),
                office == null
                        ? null
                        : new Counter(
                                office,
                                row.getObject("counter_agent", UUID.class),
                                text("counter_for"),
                                Counter.Agreement.valueOf(text("counter_agreement")),
                                instant("counter_at")));
    }

    private Stage stage() throws SQLException {
        Stage.Name name = Stage.Name.valueOf(text("stage"));
        if (name == Stage.Name.DRAFT) {
            return new Stage.Draft();
        }
        Deposit deposit = new Deposit(instant("submitted_at"), text("office"));
        if (name == Stage.Name.SUBMITTED) {
            return new Stage.Submitted(deposit);
        }
        if (name == Stage.Name.WITHDRAWN) {
            return new Stage.Withdrawn(deposit, instant("withdrawn_at"));
        }
        Certified certified =
                new Certified(instant("certified_at"), row.getObject("certified_by", UUID.class));
        return switch (name) {
            case COMPLETE -> new Stage.Complete(deposit, certified);
            case IN_EXAMINATION ->
                    new Stage.InExamination(deposit, certified, instant("examined_since"));
            case AWAITING_SIGNATURE ->
                    new Stage.AwaitingSignature(
                            deposit, certified, HangingRow.prepared(decision()));
            case DECIDED ->
                    new Stage.Decided(
                            deposit,
                            certified,
                            HangingRow.prepared(decision()),
                            HangingRow.signed(decision()));
            case DRAFT, SUBMITTED, WITHDRAWN -> throw new AssertionError(name);
        };
    }

    private JsonNode decision() throws SQLException {
        return json.readTree(text("decision_row"));
    }

    private @Nullable LegalClock clock() throws SQLException {
        String period = row.getString("clock_period");
        if (period == null) {
            return null;
        }
        return new LegalClock(
                LegalPeriod.parse(period),
                Silence.valueOf(text("clock_silence")),
                list("clock_lines", HangingRow::clockLine));
    }

    private <T> List<T> list(String column, Function<JsonNode, T> mapper) throws SQLException {
        String rows = row.getString(column);
        return rows == null ? List.of() : json.readTree(rows).valueStream().map(mapper).toList();
    }

    private String text(String column) throws SQLException {
        return requireNonNull(row.getString(column), column);
    }

    private Instant instant(String column) throws SQLException {
        return requireNonNull(row.getTimestamp(column), column).toInstant();
    }
}
