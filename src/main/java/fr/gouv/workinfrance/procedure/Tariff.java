package fr.gouv.workinfrance.procedure;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The dated figures that conditions may name: none of them is written in a rule.
///
/// @param figures each by its id, constants before what is computed from them
public record Tariff(Map<String, Figure> figures) {
    /// A tariff without figures.
    public static final Tariff EMPTY = new Tariff(Map.of());

    /// Keeps its own copy, in the same order.
    public Tariff {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /// The names it knows.
    public Set<String> names() {
        return figures.keySet();
    }

    /// All figures, in order.
    public List<Figure> all() {
        return List.copyOf(figures.values());
    }

    /// The value of a figure on a day, when there is one.
    public Optional<Long> amount(String id, LocalDate on) {
        return Optional.ofNullable(figures.get(id)).flatMap(figure -> figure.on(on));
    }
}
