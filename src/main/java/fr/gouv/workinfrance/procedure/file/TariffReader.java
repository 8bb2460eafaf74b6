package fr.gouv.workinfrance.procedure.file;

import fr.gouv.workinfrance.procedure.Figure;
import fr.gouv.workinfrance.procedure.Figure.Dated;
import fr.gouv.workinfrance.procedure.FormulaLanguage;
import fr.gouv.workinfrance.procedure.FormulaLanguage.Formula;
import fr.gouv.workinfrance.procedure.Tariff;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Reads the dated figures of the law: constants with their successive values, and amounts computed
/// from them, each with examples that are checked at once.
final class TariffReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final LawReader law;
    private final Mistakes mistakes;
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    TariffReader(LawReader law, Mistakes mistakes) {
        this.law = law;
        this.mistakes = mistakes;
    }

    Tariff read(Mapping file) {
        Mapping constants = file.mapping("constants");
        constants.keys().forEach(id -> put(id, constants, this::constant));
        FormulaLanguage language = new FormulaLanguage(figures.keySet());
        if (file.has("amounts")) {
            Mapping amounts = file.mapping("amounts");
            amounts.keys().forEach(id -> put(id, amounts, (as, of) -> amount(as, of, language)));
        }
        file.finish();
        return new Tariff(figures);
    }

    private interface Reading {
        Figure read(String id, Mapping of);
    }

    private void put(String id, Mapping all, Reading reading) {
        Mapping of = all.mapping(id);
        if (!NAME.matcher(id).matches()) {
            mistakes.at(of.node(), "'" + id + "' is not a name: small letters, digits and _");
        }
        Figure figure = reading.read(id, of);
        if (figures.putIfAbsent(id, figure) != null) {
            mistakes.at(of.node(), "there are two figures '" + id + "'");
        }
        of.finish();
    }

    private Figure constant(String id, Mapping of) {
        Figure.Unit unit = of.one("unit", Figure.Unit.class);
        List<Dated> values = new ArrayList<>();
        for (Mapping value : of.neededMappings("values")) {
            LocalDate from = value.date("from");
            if (!values.isEmpty() && !values.getLast().from().isBefore(from)) {
                mistakes.at(value.node(), "values go from the oldest to the newest");
            }
            values.add(new Dated(from, kept(value, "value", unit), law.law(value)));
            value.finish();
        }
        return new Figure(id, of.words("name"), unit, List.copyOf(values), null, List.of());
    }

    private Figure amount(String id, Mapping of, FormulaLanguage language) {
        Figure.Unit unit = of.one("unit", Figure.Unit.class);
        String text = of.text("formula");
        List<Dated> values = List.of();
        boolean understood = false;
        try {
            if (!text.isEmpty()) {
                values = values(language.read(text));
                understood = true;
            }
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            mistakes.at(of.at("formula"), "'formula': " + wrong.getMessage());
        }
        Figure figure = new Figure(id, of.words("name"), unit, values, text, law.law(of));
        for (Mapping example : of.neededMappings("examples")) {
            LocalDate on = example.date("on");
            long expected = kept(example, "is", unit);
            Optional<Long> computed = figure.on(on);
            if (understood && !computed.equals(Optional.of(expected))) {
                mistakes.at(
                        example.node(),
                        "this example is "
                                + computed.map(value -> shown(value, unit)).orElse("unknown")
                                + " on "
                                + on);
            }
            example.finish();
        }
        return figure;
    }

    /// One value for each day on which a constant it takes changes, from the first on which all are
    /// known.
    private List<Dated> values(Formula formula) {
        TreeSet<LocalDate> changes = new TreeSet<>();
        for (String name : formula.names()) {
            Optional.ofNullable(figures.get(name))
                    .ifPresent(figure -> figure.values().forEach(v -> changes.add(v.from())));
        }
        List<Dated> values = new ArrayList<>();
        for (LocalDate day : changes) {
            Map<String, Long> known = new HashMap<>();
            formula.names()
                    .forEach(
                            name ->
                                    Optional.ofNullable(figures.get(name))
                                            .flatMap(figure -> figure.on(day))
                                            .ifPresent(value -> known.put(name, value)));
            if (known.keySet().containsAll(formula.names())) {
                values.add(new Dated(day, formula.of(known), List.of()));
            }
        }
        return List.copyOf(values);
    }

    private long kept(Mapping of, String key, Figure.Unit unit) {
        String text = of.text(key);
        try {
            return new BigDecimal(text).multiply(BigDecimal.valueOf(unit.scale())).longValueExact();
        } catch (NumberFormatException | ArithmeticException _) {
            if (!text.isEmpty()) {
                mistakes.at(of.at(key), "'" + text + "' is not a figure; write 11.88");
            }
            return 0;
        }
    }

    private static String shown(long kept, Figure.Unit unit) {
        return new BigDecimal(kept).divide(BigDecimal.valueOf(unit.scale())).toPlainString();
    }
}
