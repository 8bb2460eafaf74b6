package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.dossier.correction.Subject;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the parties of a deposited request are mending and have not sent yet: the office reads the
/// request as it was until they do.
///
/// @param number counts the amendments of a dossier, from 1
/// @param content all that the request would say and hold
/// @param said of what the office asked and is left as it was: why. By subject, as
///   [Subject#toString()] writes it
record Amendment(int number, Instant openedAt, Content content, Map<String, String> said) {

    Amendment {
        said = Map.copyOf(said);
    }

    Amendment with(Content other) {
        return new Amendment(number, openedAt, other, said);
    }

    /// What is left of it once this was sent: the next one; empty when nothing is.
    ///
    /// @param now the request since
    Optional<Amendment> left(Mending sent, Content now) {
        return Optional.of(new Amendment(number + 1, openedAt, content, others(sent)))
                .filter(left -> left.changes(now));
    }

    /// The same, without what this person mended; empty when nobody else mended anything.
    ///
    /// @param before the request as the office reads it
    Optional<Amendment> without(Mending given, Content before) {
        return Optional.of(
                        new Amendment(
                                number,
                                openedAt,
                                content.with(given.subjects(), before),
                                others(given)))
                .filter(left -> left.changes(before));
    }

    private boolean changes(Content read) {
        return !said.isEmpty() || !read.changes(content).isEmpty();
    }

    private Map<String, String> others(Mending his) {
        Map<String, String> others = new HashMap<>(said);
        others.keySet().removeAll(his.said().keySet());
        return others;
    }

    /// One word more on a line; a blank one takes it back.
    Amendment saying(Subject subject, String words) {
        Map<String, String> all = new HashMap<>(said);
        if (words.isBlank()) {
            all.remove(subject.toString());
        } else {
            all.put(subject.toString(), words.strip());
        }
        return new Amendment(number, openedAt, content, all);
    }
}
