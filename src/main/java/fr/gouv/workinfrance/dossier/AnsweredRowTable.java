package fr.gouv.workinfrance.dossier;

import static java.util.Objects.requireNonNull;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/// A row of a request that is read for its answers alone, many at once.
final class AnsweredRowTable {

    static final String COLUMNS =
            "d.id, d.stage, d.procedure, d.procedure_version, d.filer, d.answers";

    private static final TypeReference<SortedMap<String, Answer>> ANSWERS =
            new TypeReference<>() {};

    private final JsonMapper json;
    private final ResultSet row;

    AnsweredRowTable(JsonMapper json, ResultSet row) {
        this.json = json;
        this.row = row;
    }

    AnsweredRow answered() throws SQLException {
        Map<String, Object> values = new Answers(json.readValue(text("answers"), ANSWERS)).values();
        values.put("filer", text("filer"));
        return new AnsweredRow(
                row.getObject("id", UUID.class),
                Stage.Name.valueOf(text("stage")),
                text("procedure"),
                text("procedure_version"),
                values);
    }

    private String text(String column) throws SQLException {
        return requireNonNull(row.getString(column), column);
    }
}
