package fr.gouv.workinfrance.procedure;

import java.util.Collection;
import java.util.Comparator;

/// Guesses what was meant by a misspelt word.
public final class Spelling {
    private Spelling() {}

    /// `, did you mean 'x'?` when a known word is near enough, otherwise nothing.
    public static String hint(String typed, Collection<String> known) {
        int tolerance = typed.length() <= 3 ? 1 : Math.max(2, typed.length() / 3);
        return known.stream()
                .filter(word -> distance(typed, word) <= tolerance)
                .min(Comparator.comparingInt(word -> distance(typed, word)))
                .map(word -> ", did you mean '" + word + "'?")
                .orElse("");
    }

    /// The least number of letters to add, drop or change (Levenshtein).
    private static int distance(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] here = new int[right.length() + 1];
            here[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int change = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
                here[column] =
                        Math.min(
                                above[column - 1] + change,
                                1 + Math.min(above[column], here[column - 1]));
            }
            above = here;
        }
        return above[right.length()];
    }
}
