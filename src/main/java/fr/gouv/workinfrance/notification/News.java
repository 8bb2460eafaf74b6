package fr.gouv.workinfrance.notification;

import fr.gouv.workinfrance.mail.Enclosure;
import fr.gouv.workinfrance.notification.Notice.Kind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// One thing that some people are told.
///
/// @param at since when it can be known
/// @param number of the request for corrections that it is about, or of the last that was answered:
///   it tells several of one day apart. Absent when there is none
/// @param occasion of which each of them gets one letter, whatever is told by it
/// @param template of the letter
/// @param said the parameters of that template that are its own
/// @param enclosed the files that go with the letter
record News(
        Kind kind,
        Instant at,
        List<Addressee> to,
        @Nullable Integer number,
        String occasion,
        String template,
        Map<String, Object> said,
        List<Enclosure> enclosed) {

    News(Kind kind, Instant at, List<Addressee> to, String template, Map<String, Object> said) {
        this(kind, at, to, null, kind.name(), template, said, List.of());
    }

    News on(String other) {
        return new News(kind, at, to, number, other, template, said, enclosed);
    }

    /// The same, about a request for corrections.
    News about(int correction) {
        return new News(
                kind, at, to, correction, kind + "/" + correction, template, said, enclosed);
    }

    News enclosing(Enclosure file) {
        return new News(kind, at, to, number, occasion, template, said, List.of(file));
    }
}
