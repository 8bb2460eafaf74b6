package fr.gouv.workinfrance.office;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/// A delegation of signature: who may sign for a service, what, and when. It is given by an act
/// that is published, and holds from the day after (L221-2 CRPA).
///
/// @param account who may sign
/// @param authority whether this is the authority itself, whom an act names: he signs in his own
///   name
/// @param kinds of decisions
/// @param procedures those that it is for; empty for all
/// @param act its number, "75-2026-10-01-00012"
/// @param actDay the day that the act bears
/// @param gazette the number of the collection of administrative acts that published it
/// @param gazetteDay the day it was published
/// @param last included; absent while no end is known
public record Delegation(
        UUID id,
        String office,
        UUID account,
        boolean authority,
        Set<Kind> kinds,
        Set<String> procedures,
        String act,
        LocalDate actDay,
        String gazette,
        LocalDate gazetteDay,
        LocalDate first,
        @Nullable LocalDate last) {

    /// What is signed.
    public enum Kind {
        GRANT,
        REFUSE,
        WITHDRAW
    }

    public Delegation {
        kinds = Set.copyOf(kinds);
        procedures = Set.copyOf(procedures);
        if (kinds.isEmpty()
                || !first.isAfter(gazetteDay)
                || (last != null && last.isBefore(first))) {
            throw new IllegalArgumentException("a delegation holds for something, once published");
        }
    }

    /// Whether it holds for such a decision on that day.
    public boolean covers(Kind kind, String procedure, LocalDate day) {
        return holds(day)
                && kinds.contains(kind)
                && (procedures.isEmpty() || procedures.contains(procedure));
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(first) && !over(day);
    }

    public boolean over(LocalDate day) {
        return last != null && day.isAfter(last);
    }
}
