package fr.gouv.workinfrance.demo.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A message that the demonstration would have sent.
///
/// @param body its text part
public record SentMessage(
        Instant at, String recipient, String subject, String body, List<Enclosure> enclosures) {

    private static final Pattern ADDRESS = Pattern.compile("(https?://\\S+)\\s*$");

    public SentMessage {
        enclosures = List.copyOf(enclosures);
    }

    /// A line of its text, and the address on which it ends, if it ends on one.
    public record Line(String words, String address) {}

    /// Its lines, so that a page can make links of the addresses.
    public List<Line> lines() {
        return body.lines()
                .map(
                        line -> {
                            Matcher found = ADDRESS.matcher(line);
                            return found.find()
                                    ? new Line(line.substring(0, found.start()), found.group(1))
                                    : new Line(line, "");
                        })
                .toList();
    }
}
