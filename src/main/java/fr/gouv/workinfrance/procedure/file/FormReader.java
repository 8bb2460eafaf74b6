package fr.gouv.workinfrance.procedure.file;

import fr.gouv.workinfrance.procedure.Condition;
import fr.gouv.workinfrance.procedure.ConditionCompiler;
import fr.gouv.workinfrance.procedure.ConditionLanguage;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Granted;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Requirement;
import fr.gouv.workinfrance.procedure.Section;
import fr.gouv.workinfrance.procedure.Sought;
import fr.gouv.workinfrance.procedure.Version;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the pages of a form: first the names and types of all fields, then, with the language of
/// conditions they make, the pages themselves.
final class FormReader {
    /// The tokens of HTML's `autocomplete` that make sense in such forms.
    private static final Set<String> AUTOCOMPLETE =
            Set.of(
                    "off",
                    "name",
                    "given-name",
                    "family-name",
                    "additional-name",
                    "organization",
                    "organization-title",
                    "street-address",
                    "postal-code",
                    "address-level2",
                    "country",
                    "country-name",
                    "bday",
                    "sex",
                    "email",
                    "tel",
                    "language");

    private final Mistakes mistakes;
    private final LookUpReader lookUps;
    private final Map<String, FieldType> types = new LinkedHashMap<>();
    private final ConditionLanguage onForm;
    private final ConditionLanguage onRules;
    private final ConditionLanguage onLimits;
    private final List<SectionDraft> drafts = new ArrayList<>();

    private final List<Gate> gates = new ArrayList<>();

    /// A condition on which something is asked, and where it stands.
    ///
    /// @param field the question that it asks for, when there is one
    private record Gate(Node at, String key, Condition condition, @Nullable String field) {}

    private record FieldDraft(Mapping of, String id, FieldType type) {}

    private record SectionDraft(Mapping of, String id, List<FieldDraft> fields) {}

    FormReader(Mapping version, ConditionCompiler compiler, Mistakes mistakes) {
        this.mistakes = mistakes;
        this.lookUps = new LookUpReader(compiler.gazetteer(), mistakes);
        FieldReader reader = new FieldReader(compiler.gazetteer(), mistakes);
        Set<String> sectionIds = new HashSet<>();
        Set<String> fieldIds = new HashSet<>();
        for (Mapping section : version.neededMappings("sections")) {
            String id = reader.id(section, sectionIds);
            List<FieldDraft> fields = new ArrayList<>();
            for (Mapping field : section.neededMappings("fields")) {
                var draft = new FieldDraft(field, reader.id(field, fieldIds), reader.type(field));
                fields.add(draft);
                if (fieldIds.contains(draft.id())) {
                    types.put(draft.id(), draft.type());
                }
            }
            drafts.add(new SectionDraft(section, id, fields));
        }
        onForm = new ConditionLanguage(compiler, types, false);
        onRules = new ConditionLanguage(compiler, types, true);
        Map<String, FieldType> withGranted = new LinkedHashMap<>(types);
        withGranted.putAll(Granted.FIELDS);
        onLimits = new ConditionLanguage(compiler, withGranted, false);
    }

    /// The fields and their types.
    Map<String, FieldType> types() {
        return types;
    }

    List<Section> sections() {
        Set<String> above = new HashSet<>(Set.of(ConditionLanguage.FILER));
        List<Section> sections = new ArrayList<>();
        for (SectionDraft draft : drafts) {
            Mapping of = draft.of();
            Part part = of.one("part", Part.class);
            Set<Part> shownTo = shownTo(of, part);
            Condition visible = visibleWhen(of, above, null);
            List<Field> fields = new ArrayList<>();
            for (FieldDraft field : draft.fields()) {
                fields.add(field(field, draft.id(), part, shownTo, above));
                above.add(field.id());
            }
            sections.add(
                    new Section(
                            draft.id(),
                            part,
                            shownTo,
                            of.words("title"),
                            of.optionalWords("intro"),
                            visible,
                            List.copyOf(fields)));
            of.finish();
        }
        return List.copyOf(sections);
    }

    private Field field(
            FieldDraft draft, String section, Part part, Set<Part> shownTo, Set<String> above) {
        Mapping of = draft.of();
        Optional<String> autocomplete = of.optionalText("autocomplete");
        if (autocomplete.isPresent() && !AUTOCOMPLETE.contains(autocomplete.get())) {
            mistakes.at(
                    of.at("autocomplete"),
                    "'" + autocomplete.get() + "' is not a token of HTML's autocomplete");
        }
        Optional<String> example = of.optionalText("example");
        if (example.isPresent()
                && !(draft.type().parse(example.get(), Locale.FRENCH) instanceof Parsed.Value)) {
            mistakes.at(of.at("example"), "the field does not understand its own example");
        }
        Field field =
                new Field(
                        draft.id(),
                        section,
                        part,
                        of.has("shown to") ? fewer(of, part, shownTo) : shownTo,
                        draft.type(),
                        of.words("label"),
                        of.optionalWords("hint"),
                        requirement(of, draft.id()),
                        visibleWhen(of, above, draft.id()),
                        autocomplete.orElse(null),
                        example.orElse(null),
                        lookUps.lookUp(of, types),
                        lookUps.deduction(of, draft.type(), above),
                        lookUps.recall(of, draft.type(), types),
                        of.yes("fixed"),
                        searchable(of, draft.type()));
        of.finish();
        return field;
    }

    /// An answer of several parts, or of several lines, is nothing that one looks by.
    private boolean searchable(Mapping of, FieldType type) {
        boolean searchable = of.yes("searchable");
        if (searchable && Sought.of(type).isEmpty()) {
            mistakes.at(of.at("searchable"), "no one looks by answers of several parts or lines");
        }
        return searchable;
    }

    /// The other parties that read what someone gives; none unless it is said.
    Set<Part> shownTo(Mapping of, Part own) {
        Set<Part> others = new LinkedHashSet<>(of.several("shown to", Part.class));
        if (others.contains(own)) {
            mistakes.at(of.at("shown to"), own + " reads it already: it is its own part");
        }
        return Collections.unmodifiableSet(others);
    }

    private Set<Part> fewer(Mapping of, Part own, Set<Part> section) {
        Set<Part> others = shownTo(of, own);
        others.stream()
                .filter(other -> !section.contains(other))
                .forEach(
                        other ->
                                mistakes.at(
                                        of.at("shown to"),
                                        "a field is shown to fewer than its section, not to "
                                                + other));
        return others;
    }

    private @Nullable Condition visibleWhen(Mapping of, Set<String> above, @Nullable String field) {
        Condition condition = compile(of, "visible when", onForm);
        if (condition != null) {
            gates.add(new Gate(of.at("visible when"), "visible when", condition, field));
            condition.names().stream()
                    .filter(name -> !above.contains(name))
                    .forEach(
                            name ->
                                    mistakes.at(
                                            of.at("visible when"),
                                            "'visible when' may only name what stands above it,"
                                                    + " not '"
                                                    + name
                                                    + "'"));
        }
        return condition;
    }

    /// `required: yes`, `required: no`, or `required when: <condition>`.
    ///
    /// @param field the question it is about; none when it is about a piece
    Requirement requirement(Mapping of, @Nullable String field) {
        if (of.has("required when")) {
            if (of.has("required")) {
                mistakes.at(of.at("required"), "say 'required' or 'required when', not both");
            }
            Condition condition = compile(of, "required when", onForm);
            if (condition != null) {
                gates.add(new Gate(of.at("required when"), "required when", condition, field));
            }
            return condition == null ? new Requirement.Never() : new Requirement.When(condition);
        }
        if (!of.has("required")) {
            mistakes.at(of.node(), "'required' is missing: yes, no, or 'required when'");
        }
        return of.yes("required") ? new Requirement.Always() : new Requirement.Never();
    }

    /// Reports the conditions that no answers can make hold.
    void checkReach(Version version) {
        Reach reach = new Reach(version);
        gates.stream()
                .filter(gate -> !reach.reaches(gate.condition(), gate.field()))
                .forEach(
                        gate ->
                                mistakes.at(
                                        gate.at(),
                                        "'" + gate.key() + "': no answers can make this hold"));
    }

    /// Whom a statement concerns.
    Optional<Condition> ofStatement(Mapping of) {
        return Optional.ofNullable(compile(of, "when", onForm));
    }

    /// A condition that may name `today`.
    @Nullable Condition ofRule(Mapping of, String key) {
        return compile(of, key, onRules);
    }

    /// A condition that may name what is granted.
    @Nullable Condition ofLimit(Mapping of, String key) {
        return compile(of, key, onLimits);
    }

    private @Nullable Condition compile(Mapping of, String key, ConditionLanguage language) {
        Optional<String> text = of.optionalText(key);
        if (text.isEmpty()) {
            return null;
        }
        return switch (language.compile(text.get())) {
            case ConditionLanguage.Compiled.Right(Condition condition) -> condition;
            case ConditionLanguage.Compiled.Mistaken(String reason) -> {
                mistakes.at(of.at(key), "'" + key + "': " + reason);
                yield null;
            }
        };
    }
}
