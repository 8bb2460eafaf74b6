package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An act about a decision that was given.
///
/// @param author who drafted it, and does not sign it
/// @param words why it was sent back or abandoned; absent otherwise
/// @param signed as it was; absent until it is
/// @param hearing what the persons concerned answered, of one before which they are heard
/// @param given to the parties, sealed
public record Revision(
        UUID id,
        DossierId dossier,
        Matter matter,
        UUID author,
        Instant draftedAt,
        State state,
        UUID by,
        Instant at,
        @Nullable String words,
        @Nullable Signed signed,
        Hearing hearing,
        List<Given> given) {

    public Revision {
        given = List.copyOf(given);
    }

    /// One that was just drafted.
    static Revision drafted(UUID id, DossierId dossier, Matter matter, UUID author, Instant at) {
        return new Revision(
                id,
                dossier,
                matter,
                author,
                at,
                State.DRAFTED,
                author,
                at,
                null,
                null,
                Hearing.NONE,
                List.of());
    }

    /// Where it is, since [#at], by whom of [#by].
    public enum State {
        /// Waits to be signed.
        DRAFTED,
        /// The signatory wants it drafted again.
        SENT_BACK,
        /// It will not be signed.
        ABANDONED,
        SIGNED
    }

    /// One of its documents.
    public enum Paper {
        /// What is held against the decision, before it is taken back.
        NOTICE,
        /// The act itself.
        ACT,
        /// The authorization as it is from then on.
        AUTHORIZATION,
        /// The certificate of what silence gave, as it is from then on.
        CERTIFICATE,
        /// The refusal as it is from then on.
        DECISION
    }

    /// @param sha256 of each document exactly as the signatory saw it, separated by a space
    record Signed(String sha256, UUID delegation) {}

    /// A document that the parties have.
    public record Given(Paper paper, DocumentId document, String sha256, Instant at) {}

    /// Whether something can still become of it.
    public boolean open() {
        return state == State.DRAFTED || state == State.SENT_BACK;
    }

    /// Whether it says something to the parties: once all its documents are theirs.
    public boolean isGiven() {
        return state == State.SIGNED
                && papers().stream().allMatch(paper -> paper(paper).isPresent());
    }

    public Optional<Given> paper(Paper paper) {
        return given.stream().filter(one -> one.paper() == paper).findFirst();
    }

    /// Since when all that it says is what it is: it was drafted, and nobody has answered or been
    /// heard later.
    Instant settledAt() {
        Instant last = draftedAt;
        for (Observation said : hearing.observations()) {
            last = said.at().isAfter(last) ? said.at() : last;
        }
        Hearing.Interview interview = hearing.interview();
        return interview != null && interview.at().isAfter(last) ? interview.at() : last;
    }

    /// Whether it waits for its signature alone.
    ///
    /// @param asked those who have to be heard before
    boolean ready(LocalDate today, Collection<Part> asked) {
        return state == State.DRAFTED
                && switch (matter) {
                    case Rectification _, Erratum _, Rejection _, Reversal _, Explanation _ -> true;
                    case Withdrawal withdrawal ->
                            paper(Paper.NOTICE).isPresent()
                                    && hearing.over(withdrawal.answerBy(), today, asked);
                };
    }

    /// The same, in another state.
    Revision become(State other, UUID who, Instant when, @Nullable String why) {
        return new Revision(
                id, dossier, matter, author, draftedAt, other, who, when, why, null, hearing,
                given);
    }

    /// What is signed.
    List<Paper> papers() {
        return switch (matter) {
            case Rectification mended ->
                    List.of(Paper.ACT, mended.acquired() ? Paper.CERTIFICATE : Paper.AUTHORIZATION);
            case Erratum _ -> List.of(Paper.ACT, Paper.DECISION);
            case Withdrawal _, Rejection _, Reversal _, Explanation _ -> List.of(Paper.ACT);
        };
    }
}
