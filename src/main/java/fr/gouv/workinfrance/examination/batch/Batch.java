package fr.gouv.workinfrance.examination.batch;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// An act asked for of many dossiers.
///
/// @param what who is put in charge, or the label; absent when the act needs neither
/// @param lines one for each dossier, in the order of the list it was asked from
public record Batch(
        UUID id, Act act, @Nullable String what, UUID askedBy, Instant askedAt, List<Line> lines) {

    /// More than this is asked for in several times.
    public static final int MOST = 1_000;

    public Batch {
        lines = List.copyOf(lines);
    }

    /// What is safe to do without reading each dossier again.
    public enum Act {
        /// Put someone in charge.
        ASSIGN,
        /// Share them among those who are present and handle such requests, by their load.
        BALANCE,
        /// Put a label on them.
        LABEL,
        /// Take a label off.
        UNLABEL,
        /// Certify that they are complete, of those in which nothing is missing and no doubt is
        /// open.
        CERTIFY
    }

    /// What came of it for one dossier.
    public enum Result {
        DONE,
        /// There was nothing to do.
        ALREADY,
        /// It cannot be done to this one, as its detail says.
        REFUSED,
        /// Nobody who is present handles such requests.
        NOBODY,
        /// Something is missing or doubtful: it is to be read.
        NOT_CHECKED,
        /// It went wrong.
        FAILED
    }

    /// One dossier of it.
    ///
    /// @param result absent until its turn has come
    /// @param detail who was put in charge, or why it was refused
    public record Line(
            int number,
            UUID dossier,
            String reference,
            @Nullable Result result,
            @Nullable String detail) {}

    public long settled() {
        return lines.stream().filter(line -> line.result() != null).count();
    }

    /// How many came to that.
    public long count(Result result) {
        return lines.stream().filter(line -> line.result() == result).count();
    }

    public boolean over() {
        return settled() == lines.size();
    }
}
