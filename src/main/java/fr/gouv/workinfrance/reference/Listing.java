package fr.gouv.workinfrance.reference;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A list of `src/main/resources/reference`: comments that say where it comes from and when, a line
/// that names the columns, then one row a line.
record Listing(String file, List<String> columns) {

    /// Reads a list whole.
    ///
    /// @throws IllegalStateException naming the file and the line of what is wrong
    <T> List<T> read(Function<String[], T> row) {
        List<String> lines = lines();
        int header = 0;
        while (header < lines.size() && lines.get(header).startsWith("#")) {
            header++;
        }
        if (header == lines.size() || !List.of(cells(lines.get(header))).equals(columns)) {
            throw wrong(header, "expected the columns " + String.join(";", columns), null);
        }
        List<T> rows = new ArrayList<>();
        for (int i = header + 1; i < lines.size(); i++) {
            String[] cells = cells(lines.get(i));
            if (cells.length != columns.size()) {
                throw wrong(i, cells.length + " columns", null);
            }
            try {
                rows.add(row.apply(cells));
            } catch (IllegalArgumentException e) {
                throw wrong(i, String.valueOf(e.getMessage()), e);
            }
        }
        return List.copyOf(rows);
    }

    private static String[] cells(String line) {
        return line.split(";", -1);
    }

    private List<String> lines() {
        try (InputStream in = Listing.class.getResourceAsStream("/reference/" + file)) {
            if (in == null) {
                throw new IllegalStateException("reference/" + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IllegalStateException wrong(int line, String reason, @Nullable Exception cause) {
        return new IllegalStateException(
                "reference/%s, line %d: %s".formatted(file, line + 1, reason), cause);
    }
}
