package fr.gouv.workinfrance.demo;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// A message that the demonstration would have sent.
///
/// @param body its text part
public record SentMessage(Instant at, String recipient, String subject, String body) {

    /// Its lines, so that a page can make links of those that are addresses.
    public List<String> lines() {
        return Arrays.asList(body.split("\\R", -1));
    }
}
