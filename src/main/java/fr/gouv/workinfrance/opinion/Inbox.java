package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.office.Office;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a service has to answer, or has answered.
///
/// @param today where it sits
/// @param counts how many there are in each of its parts
/// @param next where the page after begins; absent after the last
public record Inbox(
        Office office,
        LocalDate today,
        Part part,
        Map<Part, Integer> counts,
        List<Consultation> consultations,
        @Nullable Cursor next) {

    public Inbox {
        counts = Map.copyOf(counts);
        consultations = List.copyOf(consultations);
    }

    /// A part of the inbox.
    public enum Part {
        /// What waits for an answer, whoever sees to it.
        WAITING,
        /// Of these, those that one sees to oneself.
        MINE,
        /// Of these, those that nobody sees to.
        NOBODYS,
        /// Of these, those whose day has passed.
        LATE,
        /// What was answered, was deemed answered, or is asked no more.
        PAST
    }

    /// The last one of a page.
    ///
    /// @param key its day, or the instant at which it ended, as text
    public record Cursor(String key, UUID id) {}

    /// How one service stands with what it is asked.
    ///
    /// @param days from the question to the answer, in the middle of the last hundred; absent while
    ///   there is none
    public record Load(
            Map<UUID, Integer> byMember,
            int nobodys,
            int late,
            int answeredLately,
            int answeredLate,
            @Nullable Integer days) {
        public Load {
            byMember = Map.copyOf(byMember);
        }
    }
}
