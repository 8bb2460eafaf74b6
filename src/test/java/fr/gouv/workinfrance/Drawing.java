package fr.gouv.workinfrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page of `docs/` with parts that are drawn from the code, each between `<!-- drawn: name -->`
/// and `<!-- end -->`; what stands around them is written by hand.
public final class Drawing {

    private static final String REDRAW = "mvn test -Dtest='*DrawnTest' -Dwif.draw";

    private Drawing() {}

    /// Fails when the page says something else than the code; with `-Dwif.draw`, mends it.
    public static void check(String page, Map<String, String> parts) {
        Path file = Path.of("docs", page);
        try {
            String written = Files.readString(file);
            String drawn = written;
            for (Map.Entry<String, String> part : parts.entrySet()) {
                drawn = draw(drawn, part.getKey(), part.getValue());
            }
            if (System.getProperty("wif.draw") != null) {
                Files.writeString(file, drawn);
            } else if (!drawn.equals(written)) {
                List<String> news = new ArrayList<>(drawn.lines().toList());
                news.removeAll(written.lines().toList());
                fail(
                        "%s is out of date: %s draws it again.%nThe code says, and the page does"
                                + " not:%n%s",
                        file, REDRAW, String.join("\n", news));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String draw(String page, String name, String part) {
        Matcher place =
                Pattern.compile("(<!-- drawn: " + name + " -->\n).*?(<!-- end -->)", Pattern.DOTALL)
                        .matcher(page);
        assertThat(place.find()).as("a place for " + name).isTrue();
        return page.substring(0, place.end(1)) + part + page.substring(place.start(2));
    }
}
