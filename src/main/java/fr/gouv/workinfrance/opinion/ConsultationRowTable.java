package fr.gouv.workinfrance.opinion;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Reference;
import fr.gouv.workinfrance.opinion.Opinion.Awaited;
import fr.gouv.workinfrance.opinion.Opinion.Ended;
import fr.gouv.workinfrance.opinion.Opinion.Given;
import fr.gouv.workinfrance.opinion.Opinion.Tacit;
import fr.gouv.workinfrance.opinion.Opinion.Verdict;
import fr.gouv.workinfrance.opinion.Opinion.Why;
import fr.gouv.workinfrance.procedure.body.Inquiry.Silence;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// The row of a consultation, read into a [Consultation].
final class ConsultationRowTable {

    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private final JsonMapper json;
    private final ResultSet row;

    ConsultationRowTable(JsonMapper json, ResultSet row) {
        this.json = json;
        this.row = row;
    }

    Consultation consultation() throws SQLException {
        return new Consultation(
                requireNonNull(id("id")),
                new DossierId(requireNonNull(id("dossier"))),
                new Reference(text("reference")),
                text("procedure"),
                row.getInt("number"),
                row.getString("rule"),
                id("parent"),
                text("body"),
                text("inquiry"),
                text("office"),
                instant("asked_at"),
                id("asked_by"),
                text("question"),
                requireNonNull(day("due")),
                id("taker"),
                extension(),
                opinion(),
                row.getBoolean("communicable"),
                row.getInt("version"));
    }

    private @Nullable Extension extension() throws SQLException {
        LocalDate until = day("extension_until");
        return until == null
                ? null
                : new Extension(
                        until,
                        text("extension_reason"),
                        instant("extension_asked_at"),
                        Extension.State.valueOf(text("extension_state")));
    }

    private Opinion opinion() throws SQLException {
        return switch (text("state")) {
            case "AWAITED" -> new Awaited(day("late_since"));
            case "GIVEN" ->
                    new Given(
                            Verdict.valueOf(text("verdict")),
                            text("reasons"),
                            json.readValue(text("answers"), ANSWERS),
                            documents(),
                            instant("ended_at"),
                            id("ended_by"),
                            text("author"),
                            row.getBoolean("late"));
            case "TACIT" ->
                    new Tacit(Silence.valueOf(text("meaning")), requireNonNull(day("late_since")));
            case "ENDED" ->
                    new Ended(
                            instant("ended_at"),
                            Why.valueOf(text("why")),
                            id("ended_by"),
                            Objects.toString(row.getString("end_reason"), ""));
            default -> throw new IllegalStateException("no such state: " + text("state"));
        };
    }

    private List<DocumentId> documents() throws SQLException {
        return Arrays.stream((UUID[]) requireNonNull(row.getArray("documents")).getArray())
                .map(DocumentId::new)
                .toList();
    }

    private @Nullable LocalDate day(String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }

    private Instant instant(String column) throws SQLException {
        return requireNonNull(row.getTimestamp(column)).toInstant();
    }

    private @Nullable UUID id(String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private String text(String column) throws SQLException {
        return requireNonNull(row.getString(column));
    }
}
