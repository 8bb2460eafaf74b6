package fr.gouv.workinfrance.dossier;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.Stage.Signed;
import fr.gouv.workinfrance.dossier.clock.ClockLine;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.reference.Amount;
import fr.gouv.workinfrance.reference.Per;
import fr.gouv.workinfrance.reference.Zone;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The rows that hang on a dossier, as PostgreSQL gives them with it: in JSON.
final class HangingRow {

    private HangingRow() {}

    static Prepared prepared(JsonNode row) {
        Decision decision =
                row.get("granted").asBoolean()
                        ? new Decision.Granted(
                                LocalDate.parse(text(row, "from_day")),
                                LocalDate.parse(text(row, "until_day")),
                                new Amount(
                                        row.get("hours").decimalValue(),
                                        Per.valueOf(text(row, "hours_per"))),
                                text(row, "job"),
                                text(row, "contract"),
                                text(row, "employer"),
                                optional(row, "employer_siret"),
                                extent(row))
                        : refused(
                                texts(row, "reasons"), texts(row, "wordings"), text(row, "facts"));
        return new Prepared(
                UUID.fromString(text(row, "id")),
                decision,
                new Reference(text(row, "number")),
                text(row, "code"),
                text(row, "criteria"),
                at(row, "prepared_at"),
                UUID.fromString(text(row, "prepared_by")));
    }

    private static @Nullable Extent extent(JsonNode row) {
        return optional(row, "pay_per") == null
                ? null
                : new Extent(
                        new Zone(texts(row, "zone")),
                        new Amount(
                                row.get("pay").decimalValue(), Per.valueOf(text(row, "pay_per"))),
                        texts(row, "conditions"),
                        text(row, "further"));
    }

    private static List<String> texts(JsonNode row, String name) {
        return row.get(name).valueStream().map(JsonNode::asString).toList();
    }

    /// @param wordings one for each reason, or none
    private static Decision refused(List<String> reasons, List<String> wordings, String facts) {
        Map<String, String> changed = new HashMap<>();
        for (int i = 0; i < wordings.size(); i++) {
            if (!wordings.get(i).isEmpty()) {
                changed.put(reasons.get(i), wordings.get(i));
            }
        }
        return new Decision.Refused(reasons, changed, facts);
    }

    static Signed signed(JsonNode row) {
        return new Signed(
                at(row, "signed_at"),
                UUID.fromString(text(row, "signed_by")),
                text(row, "author"),
                text(row, "capacity"),
                text(row, "sha256"),
                Optional.ofNullable(optional(row, "delegation"))
                        .map(UUID::fromString)
                        .orElse(null));
    }

    static ClockLine clockLine(JsonNode row) {
        return new ClockLine(
                row.get("number").asInt(),
                ClockLine.Kind.valueOf(text(row, "kind")),
                LocalDate.parse(text(row, "day")),
                optional(row, "article"),
                ClockLine.Cause.valueOf(text(row, "cause")),
                day(row, "answer_by"),
                day(row, "legal_limit"));
    }

    static Party party(JsonNode row) {
        return new Party(
                Part.valueOf(text(row, "part")),
                UUID.fromString(text(row, "account")),
                text(row, "email"),
                at(row, "joined_at"),
                optional(row, "attested_at") == null ? null : at(row, "attested_at"),
                optional(row, "contested_at") == null ? null : contestation(row));
    }

    private static Contestation contestation(JsonNode row) {
        return new Contestation(
                at(row, "contested_at"),
                row.get("contested_sections").valueStream().map(JsonNode::asString).toList(),
                text(row, "contestation"));
    }

    static Attachments.Replaced replaced(JsonNode row) {
        return new Attachments.Replaced(
                Subject.parse(text(row, "subject")).id(),
                new DocumentId(UUID.fromString(text(row, "document"))));
    }

    static IssuedDeed deed(JsonNode row) {
        return new IssuedDeed(
                IssuedDeed.Kind.valueOf(text(row, "kind")),
                new DocumentId(UUID.fromString(text(row, "document"))),
                text(row, "sha256"),
                at(row, "issued_at"));
    }

    static Instant at(JsonNode row, String name) {
        return OffsetDateTime.parse(text(row, name)).toInstant();
    }

    private static @Nullable LocalDate day(JsonNode row, String name) {
        String day = optional(row, name);
        return day == null ? null : LocalDate.parse(day);
    }

    static String text(JsonNode row, String name) {
        return requireNonNull(optional(row, name), name);
    }

    static @Nullable String optional(JsonNode row, String name) {
        JsonNode value = row.get(name);
        return value == null || value.isNull() ? null : value.asString();
    }
}
