package fr.gouv.workinfrance.procedure.file;

import fr.gouv.workinfrance.procedure.Deduction;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Gazetteer;
import fr.gouv.workinfrance.procedure.LookUp;
import fr.gouv.workinfrance.procedure.Recall;
import fr.gouv.workinfrance.procedure.Spelling;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads where an answer is looked up, which other answers say it, and where it may be known from.
final class LookUpReader {

    private static final String LOOK_UP = "look up";
    private static final String DEDUCED_FROM = "deduced from";
    private static final String KNOWN_FROM = "known from";
    private static final String KNOWN_UNTIL = "known until";

    private final Gazetteer gazetteer;
    private final Mistakes mistakes;

    LookUpReader(Gazetteer gazetteer, Mistakes mistakes) {
        this.gazetteer = gazetteer;
        this.mistakes = mistakes;
    }

    /// `look up: {in: REGISTER, fills: {NAME: employer_name}}`
    @Nullable LookUp lookUp(Mapping field, Map<String, FieldType> types) {
        if (!field.has(LOOK_UP)) {
            return null;
        }
        Mapping of = field.mapping(LOOK_UP);
        LookUp.In in = of.one("in", LookUp.In.class);
        Map<LookUp.Fact, String> fills = new EnumMap<>(LookUp.Fact.class);
        Mapping all = of.mapping("fills");
        List<String> facts = Arrays.stream(LookUp.Fact.values()).map(Enum::name).toList();
        for (String fact : all.keys()) {
            String other = all.text(fact);
            if (!facts.contains(fact)) {
                mistakes.at(all.at(fact), "'" + fact + "' is none of " + String.join(", ", facts));
            } else if (!types.containsKey(other)) {
                mistakes.at(
                        all.at(fact),
                        "no field '" + other + "'" + Spelling.hint(other, types.keySet()));
            } else {
                fills.put(LookUp.Fact.valueOf(fact), other);
            }
        }
        of.finish();
        return new LookUp(in, fills);
    }

    /// `deduced from: [<the postcode>, <the town>]`
    ///
    /// @param above the fields that stand above this one
    @Nullable Deduction deduction(Mapping field, FieldType type, Set<String> above) {
        if (!field.has(DEDUCED_FROM)) {
            return null;
        }
        List<String> from = field.texts(DEDUCED_FROM);
        if (!(type instanceof FieldType.DepartmentCode)
                || from.size() != 2
                || !above.containsAll(from)) {
            mistakes.at(
                    field.at(DEDUCED_FROM),
                    "a département alone is deduced, from a postcode and a town that stand above"
                            + " it");
            return null;
        }
        return new Deduction(from.get(0), from.get(1), gazetteer.communes());
    }

    /// `known from: EARLIER_REQUESTS`, or several places; `known until: <the question of a day>`
    @Nullable Recall recall(Mapping field, FieldType type, Map<String, FieldType> types) {
        Set<Recall.From> from = Set.copyOf(field.several(KNOWN_FROM, Recall.From.class));
        if (from.contains(Recall.From.ACCOUNT) && !(type instanceof FieldType.Email)) {
            mistakes.at(field.at(KNOWN_FROM), "an account says an e-mail address alone");
        }
        String until = field.optionalText(KNOWN_UNTIL).orElse(null);
        if (until != null && !(types.get(until) instanceof FieldType.Day)) {
            mistakes.at(
                    field.at(KNOWN_UNTIL),
                    types.containsKey(until)
                            ? "'" + until + "' is not a date"
                            : "no field '" + until + "'" + Spelling.hint(until, types.keySet()));
        }
        if (until != null && from.isEmpty()) {
            mistakes.at(field.at(KNOWN_UNTIL), "say '" + KNOWN_FROM + "' besides");
        }
        return from.isEmpty() ? null : new Recall(from, until);
    }
}
