package fr.gouv.workinfrance.procedure.file;

import fr.gouv.workinfrance.procedure.Coded;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Gazetteer;
import fr.gouv.workinfrance.procedure.Identifier;
import fr.gouv.workinfrance.procedure.Option;
import fr.gouv.workinfrance.procedure.Place;
import fr.gouv.workinfrance.procedure.Rows;
import fr.gouv.workinfrance.procedure.Spelling;
import fr.gouv.workinfrance.reference.Per;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/// Reads the name of a question and the kind of answer it takes.
final class FieldReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    /// Names that conditions keep for themselves.
    private static final Set<String> RESERVED =
            Set.of(
                    "filer",
                    "today",
                    "given",
                    "true",
                    "false",
                    "null",
                    "in",
                    "as",
                    "break",
                    "const",
                    "continue",
                    "else",
                    "for",
                    "function",
                    "if",
                    "import",
                    "let",
                    "loop",
                    "package",
                    "namespace",
                    "return",
                    "var",
                    "void",
                    "while",
                    "size",
                    "has",
                    "all",
                    "exists",
                    "map",
                    "filter",
                    "type",
                    "string",
                    "int",
                    "uint",
                    "bool",
                    "double",
                    "bytes",
                    "list",
                    "timestamp",
                    "duration",
                    "dyn");

    private static final Map<String, BiFunction<FieldReader, Mapping, FieldType>> TYPES = types();

    private final Gazetteer gazetteer;
    private final Mistakes mistakes;
    private final Map<String, String> owners = new HashMap<>();

    FieldReader(Gazetteer gazetteer, Mistakes mistakes) {
        this.gazetteer = gazetteer;
        this.mistakes = mistakes;
    }

    private static Map<String, BiFunction<FieldReader, Mapping, FieldType>> types() {
        Map<String, BiFunction<FieldReader, Mapping, FieldType>> types = new LinkedHashMap<>();
        types.put("text", (_, of) -> new FieldType.Text(of.number("max", 200)));
        types.put("long text", (_, of) -> new FieldType.LongText(of.number("max", 2000)));
        types.put("person name", (_, _) -> new FieldType.PersonName());
        types.put("choice", (reader, of) -> new FieldType.Choice(reader.options(of)));
        types.put("yes/no", (_, _) -> new FieldType.YesNo());
        types.put("date", (_, _) -> new FieldType.Day());
        types.put("partial date", (_, _) -> new FieldType.PartialDay());
        types.put("e-mail", (_, _) -> new FieldType.Email());
        types.put("phone", (_, _) -> new FieldType.Phone());
        types.put("postcode", (_, _) -> new FieldType.Postcode());
        types.put(
                "department",
                (reader, _) -> new FieldType.DepartmentCode(reader.gazetteer.departments()));
        types.put(
                "country", (reader, _) -> new FieldType.CountryCode(reader.gazetteer.countries()));
        types.put(
                "nationality",
                (reader, _) -> new FieldType.CountryCode(reader.gazetteer.nationalities()));
        types.put("commune", (reader, _) -> new Place.Town(reader.gazetteer.communes()));
        types.put("address", (_, _) -> new Place.Address());
        types.put("siret", (_, _) -> new FieldType.SiretNumber());
        types.put("siren", (_, _) -> new Identifier.SirenNumber());
        types.put("title number", (_, _) -> new FieldType.TitleNumber());
        types.put("foreigner number", (_, _) -> new Identifier.ForeignerNumber());
        types.put("passport number", (_, _) -> new Identifier.PassportNumber());
        types.put("visa number", (_, _) -> new Identifier.VisaNumber());
        types.put(
                "occupation",
                (reader, _) -> new Coded.Occupation(reader.gazetteer.codes().occupations()));
        types.put(
                "activity",
                (reader, _) -> new Coded.Activity(reader.gazetteer.codes().activities()));
        types.put(
                "collective agreement",
                (reader, _) -> new Coded.Agreement(reader.gazetteer.codes().agreements()));
        types.put(
                "percentage",
                (_, of) -> new FieldType.Percentage(of.number("min", 0), of.number("max", 100)));
        types.put("money", (reader, of) -> new FieldType.Money(reader.periods(of)));
        types.put("hours", (reader, of) -> new FieldType.Hours(reader.periods(of)));
        types.put("rows", FieldReader::rows);
        types.put(
                "whole number",
                (_, of) ->
                        new FieldType.Whole(
                                of.number("min", 0), of.number("max", Integer.MAX_VALUE)));
        return types;
    }

    /// The type a field declares; a text when it is mistaken, so that reading goes on.
    FieldType type(Mapping field) {
        FieldType read = read(field);
        field.optionalText("id").ifPresent(id -> owns(field, id, read));
        return read;
    }

    private FieldType read(Mapping field) {
        String name = field.text("type");
        var type = TYPES.get(name);
        if (type != null) {
            return type.apply(this, field);
        }
        if (!name.isEmpty()) {
            mistakes.at(
                    field.at("type"),
                    "unknown type '" + name + "'" + Spelling.hint(name, TYPES.keySet()));
        }
        return new FieldType.Text(200);
    }

    /// Conditions know a part of some answers by a name of its own, which no other field may bear.
    private void owns(Mapping field, String id, FieldType type) {
        for (String name : type.variables(id).keySet()) {
            String other = owners.putIfAbsent(name, id);
            if (other != null && !other.equals(id)) {
                mistakes.at(
                        field.at("id"),
                        "'" + name + "' would be a name of both '" + other + "' and '" + id + "'");
            }
        }
    }

    /// The name a field or section declares.
    String id(Mapping of, Set<String> taken) {
        String id = of.text("id");
        if (id.isEmpty()) {
            return id;
        }
        if (!NAME.matcher(id).matches()) {
            mistakes.at(of.at("id"), "'" + id + "' is not a name: small letters, digits and _");
        } else if (RESERVED.contains(id)
                || id.startsWith("granted_")
                || id.startsWith("answered__")
                || id.endsWith("_per")) {
            mistakes.at(of.at("id"), "'" + id + "' is a name that conditions keep for themselves");
        } else if (!taken.add(id)) {
            mistakes.at(of.at("id"), "'" + id + "' is already taken");
        }
        return id;
    }

    private List<Option> options(Mapping of) {
        List<Option> options = new ArrayList<>();
        Mapping all = of.mapping("options");
        for (String value : all.keys()) {
            if (!NAME.matcher(value).matches()) {
                mistakes.at(all.at(value), "'" + value + "' is not a value: small letters and _");
            }
            options.add(new Option(value, all.words(value)));
        }
        if (options.size() == 1) {
            mistakes.at(of.at("options"), "a choice offers two options at least");
        }
        return List.copyOf(options);
    }

    /// Rows are added up, so that their hours are said for a period of which a year has a known
    /// number.
    private Rows rows(Mapping of) {
        Set<String> taken = new HashSet<>();
        List<Rows.Column> columns = new ArrayList<>();
        for (Mapping column : of.neededMappings("columns")) {
            String id = id(column, taken);
            FieldType type = columnType(column);
            columns.add(
                    new Rows.Column(
                            id,
                            column.words("label"),
                            column.optionalWords("hint"),
                            type,
                            column.yes("required")));
            column.finish();
        }
        return new Rows(columns, of.number("max", 10));
    }

    private FieldType columnType(Mapping column) {
        FieldType type = read(column);
        if (type instanceof Rows
                || type instanceof Place.Address
                || type instanceof FieldType.LongText) {
            mistakes.at(column.at("type"), "a column takes an answer on one line");
        }
        if (type instanceof FieldType.Hours(var periods)
                && !periods.stream().allMatch(Per::fixed)) {
            mistakes.at(
                    column.at("periods"), "hours that are added up are by the week, month or year");
        }
        return type;
    }

    private Set<Per> periods(Mapping of) {
        of.need("periods");
        return Set.copyOf(of.several("periods", Per.class));
    }
}
