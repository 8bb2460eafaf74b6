package fr.gouv.workinfrance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a source says of itself in a `///` comment.
public final class Comment {

    private Comment() {}

    /// The first paragraph of the comment right above a line; empty when there is none.
    ///
    /// @param beginning of the line, in whole words, without what indents it
    public static String above(Path source, String beginning) {
        List<String> lines;
        try {
            lines = Files.readAllLines(source).stream().map(String::strip).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int end = 0;
        while (end < lines.size() && !begins(lines.get(end), beginning)) {
            end++;
        }
        int start = end;
        while (start > 0 && lines.get(start - 1).startsWith("///")) {
            start--;
        }
        return String.join(
                " ",
                lines.subList(start, end).stream()
                        .map(line -> line.substring("///".length()).strip())
                        .takeWhile(line -> !line.isEmpty())
                        .toList());
    }

    private static boolean begins(String line, String beginning) {
        String further = line + " ";
        return line.startsWith(beginning)
                && !(Character.isJavaIdentifierPart(beginning.charAt(beginning.length() - 1))
                        && Character.isJavaIdentifierPart(further.charAt(beginning.length())));
    }
}
