package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.dossier.Names;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A clerical error is mended in what a refusal prints. What was decided stays: that it is refused,
/// and on which grounds. A text of which more than one word in ten changes is another one.
///
/// @param before as printed
/// @param after as it should have been
/// @param reason what the error was, as the parties read it
public record Erratum(Wording before, Wording after, String reason) implements Matter {

    private static final int LONGEST = 5000;

    /// So many words of a text may change, however short it is.
    private static final int FEW = 3;

    private static final int ONE_IN = 10;

    public Erratum {
        reason = reason.strip();
    }

    /// Something that it mends.
    ///
    /// @param field as the form names it
    public record Change(Field field, String before, String after) {}

    /// What a refusal prints.
    public enum Field {
        WORKER,
        EMPLOYER,
        GROUND,
        FACTS
    }

    /// All that it mends: of a long text, the lines that change.
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        compare(changes, Field.WORKER, before.worker(), after.worker());
        compare(changes, Field.EMPLOYER, before.employer(), after.employer());
        before.reasons().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        one ->
                                compare(
                                        changes,
                                        Field.GROUND,
                                        one.getValue(),
                                        after.reasons().getOrDefault(one.getKey(), "")));
        compare(changes, Field.FACTS, before.facts(), after.facts());
        return changes;
    }

    private static void compare(List<Change> changes, Field field, String before, String after) {
        List<String> were = before.lines().toList();
        List<String> are = after.lines().toList();
        if (were.size() != are.size()) {
            changes.add(new Change(field, before, after));
            return;
        }
        for (int i = 0; i < were.size(); i++) {
            if (!were.get(i).equals(are.get(i))) {
                changes.add(new Change(field, were.get(i), are.get(i)));
            }
        }
    }

    /// The names as they should have been; empty when none of them is mended.
    Optional<Names> names() {
        return before.worker().equals(after.worker()) && before.employer().equals(after.employer())
                ? Optional.empty()
                : Optional.of(new Names(after.worker(), null, after.employer(), null));
    }

    /// What is wrong with it: a field, and why when there may be several reasons.
    Set<String> faults() {
        Set<String> faults = new TreeSet<>();
        if (after.worker().isBlank()) {
            faults.add("worker");
        }
        if (after.employer().isBlank()) {
            faults.add("employer");
        }
        before.reasons()
                .forEach(
                        (id, text) ->
                                judge(
                                        faults,
                                        "wording-" + id,
                                        text,
                                        after.reasons().getOrDefault(id, "")));
        judge(faults, "facts", before.facts(), after.facts());
        if (reason.isEmpty() || reason.length() > Rectification.LONGEST) {
            faults.add("reason");
        }
        if (faults.isEmpty() && changes().isEmpty()) {
            faults.add("nothing");
        }
        return faults;
    }

    private static void judge(Set<String> faults, String field, String before, String after) {
        if (after.isBlank() || after.length() > LONGEST) {
            faults.add(field);
        } else if (rewritten(words(before), words(after))) {
            faults.add(field + ".rewritten");
        }
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }

    /// Whether it is another text rather than the same one mended.
    private static boolean rewritten(List<String> before, List<String> after) {
        int changed = Math.max(before.size(), after.size()) - common(before, after);
        return changed > Math.max(FEW, before.size() / ONE_IN);
    }

    /// How many words both have in the same order.
    private static int common(List<String> one, List<String> other) {
        int[] above = new int[other.size() + 1];
        for (String word : one) {
            int[] row = new int[other.size() + 1];
            for (int i = 0; i < other.size(); i++) {
                row[i + 1] =
                        word.equals(other.get(i)) ? above[i] + 1 : Math.max(row[i], above[i + 1]);
            }
            above = row;
        }
        return above[other.size()];
    }
}
