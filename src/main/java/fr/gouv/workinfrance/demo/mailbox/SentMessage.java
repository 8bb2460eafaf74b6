package fr.gouv.workinfrance.demo.mailbox;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// A message that the demonstration would have sent.
///
/// @param body its text part
public record SentMessage(
        Instant at, String recipient, String subject, String body, List<Enclosure> enclosures) {

    public SentMessage {
        enclosures = List.copyOf(enclosures);
    }

    /// Its lines, so that a page can make links of those that are addresses.
    public List<String> lines() {
        return Arrays.asList(body.split("\\R", -1));
    }
}
