package fr.gouv.workinfrance.mail;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Why a mail server refuses a letter for good, as RFC 3463 numbers it. The number is all that is
/// kept of what a server says: its words hold the address.
///
/// @param code `5.1.1`: there is no such mailbox
record Status(String code) {

    /// It does not say why.
    static final Status UNTOLD = new Status("5.0.0");

    private static final Pattern REPLY =
            Pattern.compile("\\A\\s*5\\d\\d[ -](5\\.\\d{1,3}\\.\\d{1,3})(?=\\s|\\z)");
    private static final Pattern FIELD =
            Pattern.compile("\\A\\s*(5\\.\\d{1,3}\\.\\d{1,3})(?=\\s|\\(|\\z)");

    /// Of a reply to a command: `550 5.1.1 no such user`.
    static Status ofReply(@Nullable String reply) {
        return of(REPLY, reply).orElse(UNTOLD);
    }

    /// Of a field of a delivery report: `5.1.1`; empty when it is not a refusal for good.
    static Optional<Status> ofField(@Nullable String field) {
        return of(FIELD, field);
    }

    private static Optional<Status> of(Pattern pattern, @Nullable String said) {
        Matcher read = pattern.matcher(said == null ? "" : said);
        return read.find() ? Optional.of(new Status(read.group(1))) : Optional.empty();
    }
}
