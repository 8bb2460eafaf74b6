package fr.gouv.workinfrance.procedure.need;

import fr.gouv.workinfrance.procedure.Tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What is met by answering the questions of a table in every way that its conditions can tell
/// apart.
///
/// @param reached the lines that are the answer to somebody
/// @param asked the questions that are put to somebody
/// @param silent answers after which no line holds, though nothing is left to ask
/// @param ends in how many ways the questions end
public record Coverage(
        Set<Row> reached, Set<Question> asked, List<Map<String, Object>> silent, int ends) {

    /// A day after which no figure changes, as far as we know.
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /// Goes every way. A line that was false stays false whatever else is answered, so that each
    /// way goes on from the line where it had to ask.
    ///
    /// @param groups sets of countries that conditions can name at once
    /// @param tariff the figures of the law; the last that are known are tried
    public static Coverage of(Need need, List<Set<String>> groups, Tariff tariff) {
        return new Walker(need, groups, tariff).coverage();
    }

    private static final class Walker {

        private final Need need;
        private final Map<Question, List<Object>> samples = new HashMap<>();
        private final Set<Row> reached = new LinkedHashSet<>();
        private final Set<Question> asked = new HashSet<>();
        private final List<Map<String, Object>> silent = new ArrayList<>();
        private int ends;

        Walker(Need need, List<Set<String>> groups, Tariff tariff) {
            this.need = need;
            for (Question question : need.questions()) {
                samples.put(question, question.samples(named(question, tariff), groups));
            }
        }

        /// The texts and numbers, figures of the law included, in the conditions that name it.
        private Set<Object> named(Question question, Tariff tariff) {
            Set<Object> named = new HashSet<>();
            need.rows().stream()
                    .map(Row::when)
                    .filter(when -> when.names().contains(question.id()))
                    .forEach(when -> named.addAll(when.literals()));
            tariff.names().stream()
                    .filter(named::contains)
                    .flatMap(figure -> tariff.amount(figure, LAST).stream())
                    .toList()
                    .forEach(named::add);
            return named;
        }

        Coverage coverage() {
            go(new HashMap<>(), 0);
            return new Coverage(reached, asked, List.copyOf(silent), ends);
        }

        private void go(Map<String, Object> known, int from) {
            for (int at = from; at < need.rows().size(); at++) {
                Row row = need.rows().get(at);
                switch (row.when().judge(known, LAST)) {
                    case TRUE -> {
                        reached.add(row);
                        ends++;
                        return;
                    }
                    case UNKNOWN -> {
                        ask(known, at);
                        return;
                    }
                    case FALSE -> {
                        // the next one
                    }
                }
            }
            silent.add(new TreeMap<>(known));
        }

        private void ask(Map<String, Object> known, int at) {
            Optional<Question> missing = need.missing(need.rows().get(at).when(), known);
            if (missing.isEmpty()) {
                silent.add(new TreeMap<>(known));
                return;
            }
            Question question = missing.get();
            asked.add(question);
            for (Object sample : samples.getOrDefault(question, List.of())) {
                known.put(question.id(), sample);
                go(known, at);
            }
            known.remove(question.id());
        }
    }
}
