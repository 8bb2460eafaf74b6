package fr.gouv.workinfrance.examination.appeal;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.procedure.Appeal.Silence;
import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a party deposited against a refusal: an appeal, or a request for its reasons.
///
/// @param way which, of those of the catalogue: `gracieux`, `hierarchique`, `motifs`
/// @param from the part of the party that made it
/// @param day of its receipt, where the dossier is handled
/// @param office that has to answer
/// @param words as typed
/// @param limit the day on which silence takes its meaning
/// @param silence what it means
/// @param assignee the caseworker in charge
/// @param warned how near its day was when who is in charge was last written to; absent as long as
///   nobody was
/// @param silentAt when the limit was seen to have passed without an answer
/// @param receipt its acknowledgment; absent until it is made, a moment later
/// @param answer absent until there is one
public record Recourse(
        UUID id,
        DossierId dossier,
        Refusal refusal,
        String way,
        Part from,
        UUID by,
        Instant at,
        LocalDate day,
        String office,
        String words,
        List<DocumentId> documents,
        LocalDate limit,
        Silence silence,
        @Nullable UUID assignee,
        @Nullable Nearness warned,
        @Nullable Instant silentAt,
        @Nullable DocumentId receipt,
        @Nullable Answer answer) {

    /// The most that one may say, in characters.
    public static final int LONGEST = 10_000;

    /// The most documents that go with one.
    public static final int DOCUMENTS = 5;

    public Recourse {
        documents = List.copyOf(documents);
    }

    /// How near the day on which silence takes its meaning is, by the thresholds of the office that
    /// has to answer.
    public enum Nearness {
        SOON,
        URGENT
    }

    /// How it ended.
    ///
    /// @param day on which it was there for the party
    public record Answer(Kind kind, Instant at, LocalDate day) {

        /// What came of it.
        public enum Kind {
            /// The appeal is rejected.
            REJECTED,
            /// The refusal is withdrawn.
            ACCEPTED,
            /// The reasons were given.
            REASONS,
            /// A decision took the place of the silence that was contested.
            REPLACED
        }
    }

    /// Whether it waits for an answer, be it late.
    public boolean open() {
        return answer == null;
    }

    /// Whether silence has taken its meaning.
    public boolean silent() {
        return silentAt != null;
    }

    /// The day of its answer; empty while there is none.
    public Optional<LocalDate> answeredOn() {
        return Optional.ofNullable(answer).map(Answer::day);
    }

    /// What is joined to it, by the name that it has in addresses.
    public Optional<DocumentId> document(String name) {
        return documents.stream().filter(id -> id.toString().equals(name)).findFirst();
    }
}
