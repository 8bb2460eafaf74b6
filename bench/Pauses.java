import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the heap of a service held before and after each collection, as its log tells.
final class Pauses implements AutoCloseable {

    private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\)");

    private final Path log;

    Pauses() throws IOException {
        log = Files.createTempFile("work-in-france-bench", ".log");
    }

    /// What has the virtual machine write it.
    String option() {
        return "-Xlog:gc:file=" + log + "::filecount=0";
    }

    /// From which line of the log what comes next is.
    int now() throws IOException {
        return Files.readAllLines(log).size();
    }

    String told() throws IOException {
        return told(0);
    }

    /// @param from a line of the log
    String told(int from) throws IOException {
        int before = 0;
        int after = 0;
        int count = 0;
        for (String line : Files.readAllLines(log).subList(from, now())) {
            Matcher pause = PAUSE.matcher(line);
            if (pause.find()) {
                count++;
                before = Math.max(before, Integer.parseInt(pause.group(1)));
                after = Math.max(after, Integer.parseInt(pause.group(2)));
            }
        }
        return "heap: %d MB at the most, %d MB at the most after one of %d collections"
                .formatted(before, after, count);
    }

    @Override
    public void close() throws IOException {
        Files.delete(log);
    }
}
