package fr.gouv.workinfrance.examination.export;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.examination.worklist.Row;
import fr.gouv.workinfrance.examination.worklist.Worklist.Line;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Procedures;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// What a list says of each dossier, in words: what the service knows of it, then the answers that
/// the catalogue marks as searchable.
@Component
class Columns {

    private static final List<String> OWN =
            List.of(
                    "reference",
                    "procedure",
                    "stage",
                    "office",
                    "assignee",
                    "received",
                    "limit",
                    "answer-by",
                    "ended",
                    "worker",
                    "employer",
                    "siret",
                    "labels");

    private final Procedures procedures;
    private final Accounts accounts;
    private final MessageSource words;

    Columns(Procedures procedures, Accounts accounts, MessageSource words) {
        this.procedures = procedures;
        this.accounts = accounts;
        this.words = words;
    }

    Of in(Locale language, List<Office> offices) {
        Map<String, String> names = new HashMap<>();
        offices.forEach(office -> names.put(office.id(), office.name()));
        return new Of(language, names);
    }

    /// A list in a language.
    final class Of {

        private final Locale language;
        private final Map<String, String> offices;
        private final Map<String, String> labels = new LinkedHashMap<>();
        private final Map<String, Map<String, Field>> fields = new HashMap<>();
        private final Map<UUID, String> people = new HashMap<>();

        private Of(Locale language, Map<String, String> offices) {
            this.language = language;
            this.offices = offices;
            for (Procedure procedure : procedures.all()) {
                Map<String, Field> own = new HashMap<>();
                for (Field field : procedure.versions().getLast().fields()) {
                    if (field.searchable() && !(field.type() instanceof FieldType.SiretNumber)) {
                        labels.putIfAbsent(field.id(), field.label().in(language));
                        own.put(field.id(), field);
                    }
                }
                fields.put(procedure.id(), own);
            }
        }

        String title() {
            return say("title");
        }

        /// The questions whose answers are taken out, or say what is.
        List<String> fields() {
            return Stream.concat(
                            labels.keySet().stream(),
                            fields.values().stream()
                                    .flatMap(own -> own.values().stream())
                                    .flatMap(field -> Stream.ofNullable(field.deduction()))
                                    .flatMap(from -> Stream.of(from.postcode(), from.town())))
                    .distinct()
                    .toList();
        }

        List<String> headings() {
            List<String> headings = new ArrayList<>(OWN.stream().map(this::say).toList());
            headings.addAll(labels.values());
            return headings;
        }

        List<@Nullable Object> cells(Row row) {
            List<@Nullable Object> cells = new ArrayList<>();
            Line line = row.line();
            cells.add(line.reference());
            cells.add(procedures.name(line.procedure()).in(language));
            cells.add(words.getMessage("site.stage." + line.standing(), null, language));
            cells.add(offices.get(line.office()));
            cells.add(person(line.assignee()));
            cells.add(day(line.submittedAt()));
            cells.add(line.limit());
            cells.add(line.answerBy());
            cells.add(line.endedAt() == null ? null : day(line.endedAt()));
            cells.add(line.worker());
            cells.add(line.employer());
            cells.add(line.siret());
            cells.add(row.labels());
            Map<String, Field> own = fields.getOrDefault(line.procedure(), Map.of());
            for (String id : labels.keySet()) {
                Field field = own.get(id);
                Object answered = field == null ? null : answered(field, row.answered());
                cells.add(answered == null || field == null ? null : cell(field, answered));
            }
            return cells;
        }

        private static @Nullable Object answered(Field field, Map<String, Object> values) {
            Optional<String> said = field.deduced(values);
            return said.isPresent() ? said.get() : values.get(field.id());
        }

        private Object cell(Field field, Object answered) {
            return field.type() instanceof FieldType.Day
                    ? LocalDate.parse(answered.toString())
                    : field.display(answered, language);
        }

        private @Nullable String person(@Nullable UUID account) {
            return account == null
                    ? null
                    : people.computeIfAbsent(
                            account,
                            id ->
                                    accounts.named(Set.of(id)).values().stream()
                                            .findFirst()
                                            .map(Account::displayName)
                                            .orElse(""));
        }

        private LocalDate day(Instant at) {
            return at.atZone(HolidayZone.METROPOLE.id()).toLocalDate();
        }

        private String say(String column) {
            return words.getMessage("site.desk.export.column." + column, null, language);
        }
    }
}
