package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.procedure.body.Inquiry.Silence;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What became of a request for an opinion.
public sealed interface Opinion {

    /// Nothing came yet.
    ///
    /// @param lateSince the day on which it was recorded that its day had passed, though it is
    ///   still waited for; absent before
    record Awaited(@Nullable LocalDate lateSince) implements Opinion {}

    /// It was given.
    ///
    /// @param answers to the questions of the form, as typed
    /// @param by absent when it came by a one-off link
    /// @param author who gave it, as he is named there
    /// @param late whether it came after its day
    record Given(
            Verdict verdict,
            String reasons,
            Map<String, String> answers,
            List<DocumentId> documents,
            Instant at,
            @Nullable UUID by,
            String author,
            boolean late)
            implements Opinion {

        public Given {
            answers = Map.copyOf(answers);
            documents = List.copyOf(documents);
        }
    }

    /// Its day passed without it.
    ///
    /// @param meaning what that means
    /// @param on the day on which it was recorded
    record Tacit(Silence meaning, LocalDate on) implements Opinion {}

    /// It is asked no more.
    ///
    /// @param by absent when what happened to the dossier ended it
    /// @param reason as the office wrote it, for the service
    record Ended(Instant at, Why why, @Nullable UUID by, String reason) implements Opinion {}

    /// What a service thinks.
    enum Verdict {
        FAVOURABLE,
        /// Favourable, on conditions that its reasons give.
        RESERVED,
        UNFAVOURABLE,
        /// It has no opinion, or it is not for it to give one.
        NONE;

        /// Whether a decision goes against it.
        ///
        /// @param granted whether the decision grants the authorization
        public boolean contradicts(boolean granted) {
            return granted ? this == UNFAVOURABLE : this == FAVOURABLE;
        }
    }

    /// Why it is asked no more.
    enum Why {
        /// The office took it back.
        TAKEN_BACK,
        /// The parties took their request back.
        DOSSIER_WITHDRAWN,
        /// The decision was signed.
        DECIDED
    }
}
