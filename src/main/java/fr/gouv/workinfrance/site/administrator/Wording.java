package fr.gouv.workinfrance.site.administrator;

import java.util.ArrayList;
import java.util.List;

/// Two texts, word against word.
///
/// @param before the first, in runs of words kept or gone
/// @param after the second, in runs of words kept or new
public record Wording(List<Run> before, List<Run> after) {

    /// Fewer words than this between two changes are read with them: a lone "de" that both texts
    /// have says nothing.
    private static final int FEW = 3;

    /// Words that follow each other, and whether the other text has them too.
    public record Run(String words, boolean kept) {}

    /// Words that both texts have, or what one has in the place of what the other has.
    private record Step(List<String> before, List<String> after, boolean kept) {}

    /// What is gone and what is new, in as few words as can be read.
    static Wording of(String before, String after) {
        List<Step> steps = joined(steps(words(before), words(after)));
        return new Wording(
                steps.stream()
                        .filter(step -> !step.before.isEmpty())
                        .map(step -> new Run(String.join("", step.before), step.kept))
                        .toList(),
                steps.stream()
                        .filter(step -> !step.after.isEmpty())
                        .map(step -> new Run(String.join("", step.after), step.kept))
                        .toList());
    }

    /// Each with the space after it.
    private static String[] words(String text) {
        return text.split("(?<=\\s)(?=\\S)");
    }

    private static List<Step> steps(String[] then, String[] now) {
        int[][] common = common(then, now);
        List<Step> steps = new ArrayList<>();
        int from = 0;
        int to = 0;
        while (from < then.length || to < now.length) {
            if (from < then.length && to < now.length && same(then[from], now[to])) {
                Step step = last(steps, true);
                step.before.add(then[from++]);
                step.after.add(now[to++]);
            } else if (to == now.length
                    || (from < then.length && common[from + 1][to] >= common[from][to + 1])) {
                last(steps, false).before.add(then[from++]);
            } else {
                last(steps, false).after.add(now[to++]);
            }
        }
        return steps;
    }

    private static Step last(List<Step> steps, boolean kept) {
        if (steps.isEmpty() || steps.getLast().kept != kept) {
            steps.add(new Step(new ArrayList<>(), new ArrayList<>(), kept));
        }
        return steps.getLast();
    }

    private static List<Step> joined(List<Step> steps) {
        List<Step> joined = new ArrayList<>();
        for (int index = 0; index < steps.size(); index++) {
            Step step = steps.get(index);
            boolean between = index > 0 && index < steps.size() - 1;
            boolean few = step.kept && between && step.before.size() < FEW;
            Step into = last(joined, step.kept && !few);
            into.before.addAll(step.before);
            into.after.addAll(step.after);
        }
        return joined;
    }

    private static boolean same(String word, String other) {
        return word.strip().equals(other.strip());
    }

    /// How many words are common from each pair of places on.
    private static int[][] common(String[] then, String[] now) {
        int[][] common = new int[then.length + 1][now.length + 1];
        for (int from = then.length - 1; from >= 0; from--) {
            for (int to = now.length - 1; to >= 0; to--) {
                common[from][to] =
                        same(then[from], now[to])
                                ? common[from + 1][to + 1] + 1
                                : Math.max(common[from + 1][to], common[from][to + 1]);
            }
        }
        return common;
    }
}
