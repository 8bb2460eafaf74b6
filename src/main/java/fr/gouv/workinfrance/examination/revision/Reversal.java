package fr.gouv.workinfrance.examination.revision;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// An appeal is accepted: the refusal is no more, and the request is examined again.
///
/// @param appeal which
/// @param basis on which the refusal is taken away; of a silence, of no matter
/// @param reason why, as the parties read it
public record Reversal(UUID appeal, Basis basis, String reason) implements Matter {

    /// L243-3 CRPA.
    private static final Period TO_WITHDRAW = Period.ofMonths(4);

    /// By which article.
    public enum Basis {
        /// It is unlawful, and at most four months old: it never was (L243-3 CRPA).
        WITHDRAWN,
        /// For any reason, at any time: it is no more (L243-1 CRPA).
        REPEALED
    }

    public Reversal {
        reason = reason.strip();
    }

    /// The fields of it that are wrong.
    ///
    /// @param decided the day of the decision; absent when the refusal came from silence
    Set<String> faults(@Nullable LocalDate decided, LocalDate today) {
        Set<String> faults = new TreeSet<>();
        if (reason.isEmpty() || reason.length() > Rejection.LONGEST) {
            faults.add("reason");
        }
        if (basis == Basis.WITHDRAWN
                && decided != null
                && today.isAfter(decided.plus(TO_WITHDRAW))) {
            faults.add("basis");
        }
        return faults;
    }
}
