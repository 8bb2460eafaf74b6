package fr.gouv.workinfrance.examination.worklist;

import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.dossier.Standing;
import fr.gouv.workinfrance.office.Office;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What an office has to do: one page of it, the most urgent legal date first.
///
/// @param offices those of who asks, by name
/// @param counts of all the offices of who asks, by view
/// @param total of what the filter leaves; [#MANY] when there are as many or more
/// @param near whether nothing was found as it was typed, and these are near to it
/// @param next where the following page begins; absent on the last
public record Worklist(
        List<Office> offices,
        List<Line> lines,
        Map<View, Long> counts,
        long total,
        boolean near,
        @Nullable Cursor next) {

    /// So many are not counted further.
    public static final long MANY = 10_000;

    /// How far back decided requests are listed; older ones are found by searching.
    public static final int ENDED_DAYS = 30;

    public Worklist {
        offices = List.copyOf(offices);
        lines = List.copyOf(lines);
        counts = Map.copyOf(counts);
    }

    /// Which part of the worklist one looks at.
    public enum View {
        /// Everything that waits for the office.
        OPEN,
        /// Deposited, and not yet looked at.
        NEW,
        /// In my charge.
        MINE,
        /// In nobody's charge.
        NOBODY,
        /// Corrections are asked for, and the parties have yet to answer.
        WAITING,
        /// Another administration was asked for its opinion, and has yet to give it.
        CONSULTING,
        /// Its legal date comes within the days that the office set, or has passed.
        AT_RISK,
        /// A party wrote, and nobody of the office has read it: decided requests too.
        UNREAD,
        /// Prepared, and waiting for a signature: a decision, or an act about one that was given.
        TO_SIGN,
        /// Decided or withdrawn in the last [#ENDED_DAYS] days.
        ENDED,
        /// All that was ever deposited: what is searched.
        ALL;

        /// Whether it lists the latest first, and not the most urgent.
        boolean latestFirst() {
            return this == ENDED;
        }
    }

    /// One dossier, as a list shows it.
    ///
    /// @param answerBy the last day given to the parties, while they have something to mend
    /// @param unread whether a party wrote, and nobody of the office has read it
    /// @param contested whether the worker denies what is said in his name
    /// @param silent whether the legal limit passed without a decision
    /// @param granted whether its decision grants what was asked
    public record Line(
            UUID id,
            String reference,
            String procedure,
            Stage.Name stage,
            String office,
            @Nullable UUID assignee,
            Instant submittedAt,
            @Nullable LocalDate limit,
            @Nullable LocalDate answerBy,
            @Nullable Instant endedAt,
            @Nullable String worker,
            @Nullable String employer,
            @Nullable String siret,
            boolean unread,
            boolean contested,
            boolean silent,
            boolean granted) {

        /// Where it is, in a word.
        public Standing standing() {
            return Standing.of(stage, granted);
        }
    }

    /// The last line of a page: the next begins after it.
    ///
    /// @param key what the list is ordered by: an ISO date or, in the view of what ended, an
    ///   instant
    public record Cursor(String key, UUID id) {

        static final LocalDate NO_LIMIT = LocalDate.of(9999, 12, 31);

        static Cursor of(Line line, View view) {
            Instant ended = line.endedAt();
            if (view.latestFirst() && ended != null) {
                return new Cursor(ended.toString(), line.id());
            }
            LocalDate limit = line.limit();
            return new Cursor((limit == null ? NO_LIMIT : limit).toString(), line.id());
        }
    }
}
