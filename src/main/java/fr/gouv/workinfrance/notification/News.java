package fr.gouv.workinfrance.notification;

import fr.gouv.workinfrance.mail.Enclosure;
import fr.gouv.workinfrance.notification.Notice.Kind;
import fr.gouv.workinfrance.notification.Notice.Recipient;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One thing that some people are told.
///
/// @param at since when it can be known
/// @param occasion of which each of them gets one letter, whatever is told by it
/// @param template of the letter
/// @param said the parameters of that template that are its own
/// @param enclosed the files that go with the letter
record News(
        Kind kind,
        Instant at,
        List<Addressee> to,
        String occasion,
        String template,
        Map<String, Object> said,
        List<Enclosure> enclosed) {

    News(Kind kind, Instant at, List<Addressee> to, String template, Map<String, Object> said) {
        this(kind, at, to, kind.name(), template, said, List.of());
    }

    /// What may happen several times in a day, each time to somebody else.
    static News once(
            Kind kind, Instant at, List<Addressee> to, String template, Map<String, Object> said) {
        return new News(kind, at, to, template, said).on(kind + "/" + at);
    }

    /// What someone is told of apart, were it twice in a day: each request for corrections, each
    /// appeal and each message that is for him. The office, which sees messages on its desk, is
    /// told of them once.
    String apart(Addressee addressee) {
        return switch (kind) {
            case MESSAGE -> addressee.recipient() == Recipient.OFFICE ? "" : occasion;
            case FORWARDED,
                    CORRECTIONS_ASKED,
                    CORRECTIONS_RETURNED,
                    CORRECTIONS_DUE,
                    APPEAL_RECEIVED,
                    APPEAL_DUE,
                    APPEAL_SILENT,
                    APPEAL_REJECTED,
                    REFUSAL_WITHDRAWN,
                    REASONS_GIVEN ->
                    occasion;
            default -> "";
        };
    }

    News on(String other) {
        return new News(kind, at, to, other, template, said, enclosed);
    }

    /// The same, whose letter says more.
    News saying(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(said);
        all.putAll(more);
        return new News(kind, at, to, occasion, template, all, enclosed);
    }

    /// The same, about a request for corrections, or about the last that was answered.
    News about(int correction) {
        return on(kind + "/" + correction);
    }

    News enclosing(Enclosure file) {
        return new News(kind, at, to, occasion, template, said, List.of(file));
    }
}
