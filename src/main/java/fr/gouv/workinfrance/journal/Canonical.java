package fr.gouv.workinfrance.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/// The one text of an entry, which is hashed: made from its columns by these few lines and nothing
/// else, so that it can be made again in twenty years whatever writes JSON then. What the facts and
/// the payload say in it is kept as the text that was hashed.
record Canonical(String text) {

    /// Keys in order, strings in the shortest JSON escapes, nothing between.
    static Canonical of(Map<String, String> values) {
        StringBuilder text = new StringBuilder("{");
        new TreeMap<>(values)
                .forEach(
                        (key, value) -> {
                            if (text.length() > 1) {
                                text.append(',');
                            }
                            quote(text, key);
                            text.append(':');
                            quote(text, value);
                        });
        return new Canonical(text.append('}').toString());
    }

    /// An entry without its hash: all that its hash covers.
    static Canonical of(Entry entry, String facts, String commitment, String previous) {
        return of(
                entry.subject().toString(),
                entry.number(),
                entry.at(),
                entry.actor().kind() + ":" + entry.actor().id(),
                entry.act(),
                facts,
                commitment,
                previous);
    }

    /// The same from columns, which may hold anything by now.
    static Canonical of(
            String subject,
            long number,
            Instant at,
            String actor,
            String act,
            String facts,
            String commitment,
            String previous) {
        return of(
                Map.of(
                        "subject", subject,
                        "number", Long.toString(number),
                        "at", at.truncatedTo(ChronoUnit.MICROS).toString(),
                        "actor", actor,
                        "act", act,
                        "facts", facts,
                        "commitment", commitment,
                        "previous", previous));
    }

    private static void quote(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                default -> {
                    if (c < ' ') {
                        text.append("\\u%04x".formatted((int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
