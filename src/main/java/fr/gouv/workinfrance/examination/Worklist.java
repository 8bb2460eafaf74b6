package fr.gouv.workinfrance.examination;

import fr.gouv.workinfrance.dossier.Stage;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What an office has to do: one page of it, the most urgent legal date first.
///
/// @param counts of the whole office, by view
/// @param next where the following page begins; absent on the last. A search has no second page:
///   there it says that more was found
public record Worklist(List<Line> lines, Map<View, Long> counts, @Nullable Cursor next) {

    public Worklist {
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
        /// Prepared, and waiting for a signature.
        TO_SIGN,
        /// Decided or withdrawn.
        DONE
    }

    /// One dossier, as a list shows it.
    ///
    /// @param contested whether the worker denies what is said in his name
    /// @param silent whether the legal limit passed without a decision
    public record Line(
            UUID id,
            String reference,
            String procedure,
            Stage.Name stage,
            @Nullable UUID assignee,
            Instant submittedAt,
            @Nullable LocalDate limit,
            @Nullable String worker,
            @Nullable String employer,
            @Nullable String siret,
            boolean contested,
            boolean silent) {}

    /// The last line of a page: the next begins after it.
    public record Cursor(LocalDate limit, UUID id) {

        static final LocalDate NO_LIMIT = LocalDate.of(9999, 12, 31);

        static Cursor of(Line line) {
            return new Cursor(line.limit() == null ? NO_LIMIT : line.limit(), line.id());
        }
    }
}
