package fr.gouv.workinfrance.dossier;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.employer.given.Kept;
import fr.gouv.workinfrance.reference.online.Establishment;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;

/// The columns of what is kept beside a dossier, and how they are read into an [Annex].
final class AnnexRowTable {

    /// Beside a dossier `d`.
    static final String COLUMNS =
            """
            ,
                   (select jsonb_agg(to_jsonb(a) order by a.number) from dossier.amendment a
                     where a.dossier = d.id and a.sent_at is not null) as mended,
                   (select to_jsonb(n) from dossier.register_note n where n.dossier = d.id) as note,
                   (select jsonb_agg(w.readers)
                      from dossier.message m
                     cross join lateral (
                           select array_agg(r.reader) as readers
                             from unnest(case when m.written_as is null then m.addressed_to
                                              else array['OFFICE'] end) as r (reader)
                            where not exists (select from dossier.message_reading o
                                               where o.dossier = m.dossier and o.number = m.number
                                                 and o.reader = r.reader)) w
                     where m.dossier = d.id and w.readers is not null) as unopened,
                   (select jsonb_agg(to_jsonb(k)) from employer.kept k
                     where k.document in (select (p ->> 'document')::uuid
                                            from jsonb_array_elements(d.attachments) p)) as given
            """;

    private final JsonMapper json;
    private final ResultSet row;

    AnnexRowTable(JsonMapper json, ResultSet row) {
        this.json = json;
        this.row = row;
    }

    Annex annex() throws SQLException {
        return new Annex(
                read("mended").valueStream().map(this::mended).toList(),
                note(read("note")),
                read("unopened")
                        .valueStream()
                        .map(
                                readers ->
                                        readers.valueStream()
                                                .map(JsonNode::asString)
                                                .collect(Collectors.toSet()))
                        .toList(),
                read("given").valueStream().map(AnnexRowTable::kept).toList());
    }

    private Mended mended(JsonNode sent) {
        JsonNode correction = sent.path("correction");
        return new Mended(
                sent.get("number").asInt(),
                HangingRow.at(sent, "sent_at"),
                UUID.fromString(HangingRow.text(sent, "sent_by")),
                correction.isNull() ? null : correction.asInt(),
                sent.get("changes")
                        .valueStream()
                        .map(change -> json.treeToValue(change, ChangedRow.class).change())
                        .toList());
    }

    private @Nullable RegisterNote note(JsonNode note) {
        return note.isMissingNode()
                ? null
                : new RegisterNote(
                        json.treeToValue(note.get("establishment"), Establishment.class),
                        HangingRow.at(note, "read_at"));
    }

    private static Kept kept(JsonNode kept) {
        String checkedBy = HangingRow.optional(kept, "checked_by");
        return new Kept(
                new Scope(HangingRow.text(kept, "holder_kind"), HangingRow.text(kept, "holder_id")),
                HangingRow.text(kept, "piece"),
                new DocumentId(UUID.fromString(HangingRow.text(kept, "document"))),
                HangingRow.text(kept, "request"),
                HangingRow.at(kept, "given_at"),
                UUID.fromString(HangingRow.text(kept, "given_by")),
                LocalDate.parse(HangingRow.text(kept, "until")),
                checkedBy == null ? null : HangingRow.at(kept, "checked_at"),
                checkedBy == null ? null : UUID.fromString(checkedBy));
    }

    /// Missing when there is none.
    private JsonNode read(String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? json.missingNode() : requireNonNull(json.readTree(value));
    }
}
