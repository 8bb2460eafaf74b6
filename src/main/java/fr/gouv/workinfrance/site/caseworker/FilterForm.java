package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.dossier.IndexCard;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.worklist.Filter;
import fr.gouv.workinfrance.examination.worklist.Filter.Days;
import fr.gouv.workinfrance.examination.worklist.Filter.Wanted;
import fr.gouv.workinfrance.examination.worklist.Worklist.View;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Sought;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// What narrows a worklist down, as the address of the page says it.
///
/// @param typed what the address has, by parameter; nothing that is blank
/// @param wrong the parameters that could not be read, with why
public record FilterForm(
        SortedMap<String, String> typed, Filter filter, SortedMap<String, Parsed.Wrong> wrong) {

    static final String VIEW = "vue";
    static final String SEARCH = "q";
    static final String OFFICE = "bureau";
    static final String ASSIGNEE = "agent";
    static final String PROCEDURE = "demarche";
    static final String STAGE = "etape";
    static final String EMPLOYER = "employeur";
    static final String LABEL = "libelle";
    static final String RECEIVED = "recue";
    static final String LIMIT = "limite";
    static final String FROM = ".du";
    static final String UNTIL = ".au";

    /// What the name of a parameter begins with that is a question of the catalogue.
    static final String FIELD = "c.";

    private static final int LONGEST = 200;
    private static final FieldType DAY = new FieldType.Day();

    /// @param fields that may be looked by
    private static FilterForm read(
            Map<String, String> parameters, List<Field> fields, Locale locale) {
        SortedMap<String, String> typed = new TreeMap<>();
        for (String name : names(fields)) {
            String value = parameters.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                typed.put(name, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
            }
        }
        SortedMap<String, Parsed.Wrong> wrong = new TreeMap<>();
        String search = typed.getOrDefault(SEARCH, "");
        View view =
                search.isEmpty()
                        ? WorklistView.view(typed.getOrDefault(VIEW, "")).orElse(View.OPEN)
                        : View.ALL;
        Filter filter =
                new Filter(
                        view,
                        search,
                        typed.get(OFFICE),
                        uuid(typed.get(ASSIGNEE)),
                        typed.get(PROCEDURE),
                        stage(typed.get(STAGE)),
                        days(typed, RECEIVED, locale, wrong),
                        days(typed, LIMIT, locale, wrong),
                        typed.getOrDefault(EMPLOYER, ""),
                        typed.getOrDefault(LABEL, ""),
                        wanted(typed, fields, locale, wrong));
        return new FilterForm(typed, filter, wrong);
    }

    /// A list that someone asked for by its query.
    static FilterForm of(String query, List<Procedure> procedures, Locale locale) {
        return of(parameters(query), procedures, locale);
    }

    /// The same, by its parameters.
    static FilterForm of(
            Map<String, String> parameters, List<Procedure> procedures, Locale locale) {
        String procedure = parameters.getOrDefault(PROCEDURE, "");
        return read(parameters, FilterView.fields(procedures, procedure), locale);
    }

    /// The address of the list of all requests of an employer, by his SIREN.
    static String employed(String siren) {
        return "/instruction?%s=%s&%s=%s"
                .formatted(EMPLOYER, siren, VIEW, WorklistView.slug(View.ALL));
    }

    private static List<String> names(List<Field> fields) {
        List<String> names = new ArrayList<>(List.of(VIEW, SEARCH, OFFICE, ASSIGNEE, PROCEDURE));
        names.addAll(List.of(STAGE, EMPLOYER, LABEL, RECEIVED + FROM, RECEIVED + UNTIL));
        names.addAll(List.of(LIMIT + FROM, LIMIT + UNTIL));
        for (Field field : fields) {
            String name = FIELD + field.id();
            names.add(name);
            names.add(name + FROM);
            names.add(name + UNTIL);
        }
        return names;
    }

    private static SortedMap<String, Wanted> wanted(
            Map<String, String> typed,
            List<Field> fields,
            Locale locale,
            Map<String, Parsed.Wrong> wrong) {
        SortedMap<String, Wanted> wanted = new TreeMap<>();
        for (Field field : fields) {
            String name = FIELD + field.id();
            String value = typed.getOrDefault(name, "");
            switch (Sought.of(field.type()).orElseThrow()) {
                case BETWEEN_DAYS -> {
                    Days days = days(typed, name, locale, wrong);
                    if (!days.equals(Days.ANY)) {
                        wanted.put(field.id(), new Wanted.Between(days));
                    }
                }
                case IN_WORDS -> {
                    if (!value.isEmpty()) {
                        wanted.put(field.id(), new Wanted.InWords(IndexCard.key(field, value)));
                    }
                }
                case EXACTLY -> {
                    switch (field.type().parse(value, locale)) {
                        case Parsed.Value(Object canonical, _) ->
                                wanted.put(
                                        field.id(),
                                        new Wanted.Exactly(IndexCard.key(field, canonical)));
                        case Parsed.Blank _ -> {}
                        case Parsed.Wrong notRead -> wrong.put(name, notRead);
                    }
                }
            }
        }
        return wanted;
    }

    private static Days days(
            Map<String, String> typed,
            String name,
            Locale locale,
            Map<String, Parsed.Wrong> wrong) {
        return new Days(
                day(typed, name + FROM, locale, wrong), day(typed, name + UNTIL, locale, wrong));
    }

    /// A day as a browser sends it or, where it knows no field for days, as people write it.
    private static @Nullable LocalDate day(
            Map<String, String> typed,
            String name,
            Locale locale,
            Map<String, Parsed.Wrong> wrong) {
        String value = typed.getOrDefault(name, "");
        try {
            return value.isEmpty() ? null : LocalDate.parse(value);
        } catch (DateTimeParseException _) {
            return switch (DAY.parse(value, locale)) {
                case Parsed.Value(Object canonical, _) -> LocalDate.parse(canonical.toString());
                case Parsed.Blank _ -> null;
                case Parsed.Wrong notRead -> {
                    wrong.put(name, notRead);
                    yield null;
                }
            };
        }
    }

    private static @Nullable UUID uuid(@Nullable String typed) {
        try {
            return typed == null ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static Stage.@Nullable Name stage(@Nullable String typed) {
        for (Stage.Name name : Stage.Name.values()) {
            if (name.name().equals(typed)) {
                return name;
            }
        }
        return null;
    }

    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    /// What narrows the view down, by parameter: neither the view nor what is searched.
    public SortedMap<String, String> narrowing() {
        SortedMap<String, String> narrowing = new TreeMap<>(typed);
        narrowing.keySet().removeAll(List.of(VIEW, SEARCH));
        return narrowing;
    }

    /// The list that all this asks for.
    public String address() {
        return address(typed);
    }

    /// The same list, without one of what narrows it down.
    public String without(String name) {
        SortedMap<String, String> others = new TreeMap<>(typed);
        others.remove(name);
        return address(others);
    }

    /// The page where what narrows it down is chosen.
    public String filters() {
        return address().replaceFirst("^/instruction", "/instruction/filtres");
    }

    /// The parameters of a list, as an address has them.
    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String one : query.split("&", -1)) {
            int equals = one.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        one.substring(0, equals),
                        URLDecoder.decode(one.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    /// The parameters, as an address has them; without a view or anything searched, none.
    public String query() {
        return query(typed);
    }

    /// The same, as the value of a parameter.
    public String encoded() {
        return encoded(query());
    }

    private static String address(Map<String, String> parameters) {
        return "/instruction" + (parameters.isEmpty() ? "" : "?" + query(parameters));
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /// The question that a parameter narrows by, if it is one.
    static Optional<String> field(String name) {
        return name.startsWith(FIELD)
                ? Optional.of(name.substring(FIELD.length()).replaceFirst("\\.(du|au)$", ""))
                : Optional.empty();
    }
}
