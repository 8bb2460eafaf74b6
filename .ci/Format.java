import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Formats every Java file of the project (`write`), or fails and lists those that differ
/// (`check`).
class Format {
    public static void main(String[] args) throws Exception {
        boolean write = args[0].equals("write");
        var formatter =
                new Formatter(
                        JavaFormatterOptions.builder()
                                .style(JavaFormatterOptions.Style.AOSP)
                                .build());
        List<Path> differing = new ArrayList<>();
        for (String root : List.of("src", ".ci", "bench")) {
            if (!Files.isDirectory(Path.of(root))) {
                continue;
            }
            try (var files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    if (differs(formatter, file, write)) {
                        differing.add(file);
                    }
                }
            }
        }
        if (!differing.isEmpty()) {
            System.out.println((write ? "formatted: " : "not formatted: ") + differing);
            if (!write) {
                System.out.println("mend with: mvn initialize exec:exec@format");
                System.exit(1);
            }
        }
    }

    private static boolean differs(Formatter formatter, Path file, boolean write)
            throws IOException, com.google.googlejavaformat.java.FormatterException {
        String source = Files.readString(file);
        String formatted = formatter.formatSourceAndFixImports(source);
        if (source.equals(formatted)) {
            return false;
        }
        if (write) {
            Files.writeString(file, formatted);
        }
        return true;
    }
}
