package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.reference.Amount;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The same few questions, as many times as there is something to say: the other jobs of a student…
///
/// Typed as one line a row, its answers between bars: "Librairie du Parc | 300 heures par an". Kept
/// as a list of maps, an answer left empty being absent. Conditions read how many rows there are
/// under the name of the field and, of a column of hours, the minutes of all rows over a year under
/// `<name>_<column>`.
///
/// @param columns the questions of each row
/// @param max the greatest number of rows
public record Rows(List<Column> columns, int max) implements FieldType {

    private static final String BETWEEN = " | ";
    private static final char BAR = '|';
    private static final char LIKE_A_BAR = '¦';

    /// One question of each row.
    ///
    /// @param id unique within the block
    /// @param required whether a row needs it
    public record Column(
            String id, Words label, @Nullable Words hint, FieldType type, boolean required) {}

    public Rows {
        columns = List.copyOf(columns);
    }

    /// One text of what was typed in several rows of fields; those that are empty are left out.
    public static String typed(List<List<String>> rows) {
        return rows.stream()
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .map(
                        row ->
                                row.stream()
                                        .map(cell -> cell.replace(BAR, LIKE_A_BAR).strip())
                                        .collect(Collectors.joining(BETWEEN)))
                .collect(Collectors.joining("\n"));
    }

    /// The rows of what was typed, right or not, each with as many answers as there are columns;
    /// what is beyond the last column is in it.
    public List<List<String>> cells(String typed) {
        return typed.lines().filter(line -> !line.isBlank()).map(this::row).toList();
    }

    private List<String> row(String line) {
        String[] said = line.split("\\|", columns.size());
        List<String> row = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            row.add(at < said.length ? said[at].strip() : "");
        }
        return row;
    }

    @Override
    public Parsed parse(String typed, Locale locale) {
        List<List<String>> rows = cells(typed);
        if (rows.isEmpty()) {
            return Parsed.BLANK;
        }
        if (rows.size() > max) {
            return Parsed.Wrong.of("rowsTooMany", max);
        }
        List<Map<String, Object>> kept = new ArrayList<>();
        for (List<String> row : rows) {
            Map<String, Object> read = new LinkedHashMap<>();
            for (int at = 0; at < columns.size(); at++) {
                Column column = columns.get(at);
                Parsed parsed = column.type().parse(row.get(at), locale);
                if (parsed instanceof Parsed.Value(Object canonical, _)) {
                    read.put(column.id(), canonical);
                } else if (parsed instanceof Parsed.Wrong || column.required()) {
                    return Parsed.Wrong.of("rows", kept.size() + 1, column.label().in(locale));
                }
            }
            kept.add(read);
        }
        return new Parsed.Value(List.copyOf(kept), display(kept, locale));
    }

    @Override
    public String display(Object canonical, Locale locale) {
        return rows(canonical).stream()
                .map(
                        row ->
                                columns.stream()
                                        .flatMap(column -> shown(column, row, locale).stream())
                                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" ; "));
    }

    private static Optional<String> shown(Column column, Map<?, ?> row, Locale locale) {
        return Optional.ofNullable(row.get(column.id()))
                .map(kept -> column.type().display(kept, locale));
    }

    @Override
    public Map<String, Variable> variables(String id) {
        Map<String, Variable> variables = new LinkedHashMap<>(Map.of(id, Variable.NUMBER));
        counted().forEach(column -> variables.put(id + "_" + column.id(), Variable.NUMBER));
        return variables;
    }

    @Override
    public Map<String, Object> bind(String id, Object canonical) {
        List<Map<?, ?>> rows = rows(canonical);
        Map<String, Object> bound = new LinkedHashMap<>(Map.of(id, (long) rows.size()));
        for (Column column : counted()) {
            bound.put(
                    id + "_" + column.id(),
                    rows.stream()
                            .flatMap(row -> Optional.ofNullable(row.get(column.id())).stream())
                            .mapToLong(Rows::minutesPerYear)
                            .sum());
        }
        return bound;
    }

    private List<Column> counted() {
        return columns.stream().filter(column -> column.type() instanceof Hours).toList();
    }

    private static long minutesPerYear(Object canonical) {
        Amount hours = Hours.amount(canonical);
        return ConditionFunctions.minutesPerYear(hours.minutes(), hours.per().name());
    }

    private static List<Map<?, ?>> rows(Object canonical) {
        List<Map<?, ?>> rows = new ArrayList<>();
        if (canonical instanceof List<?> list) {
            list.forEach(row -> rows.add((Map<?, ?>) row));
        }
        return rows;
    }
}
