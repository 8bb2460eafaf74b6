package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.calendar.LegalDays;
import fr.gouv.workinfrance.procedure.Ground;
import fr.gouv.workinfrance.procedure.Retraction;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// An authorization that was granted is taken back, once the person concerned was heard (L121-1,
/// L122-1 CRPA).
///
/// @param ground id of a ground of the catalogue
/// @param facts the considerations of fact, as the person concerned reads them
/// @param answerBy the last day to answer, included
public record Withdrawal(String ground, String facts, LocalDate answerBy) implements Matter {

    static final int LONGEST = 5000;

    public Withdrawal {
        facts = facts.strip();
    }

    /// What is wrong with it on a day: a field, and why when there may be several reasons.
    Set<String> faults(Retraction law, LocalDate decided, LocalDate today, LegalDays days) {
        Set<String> faults = new TreeSet<>();
        Optional<Ground> known = law.ground(ground);
        if (known.isEmpty()) {
            faults.add("ground");
        } else if (late(known.get(), decided, today, days)) {
            faults.add("ground.late");
        } else if (today.isBefore(known.get().first(decided, days))) {
            faults.add("ground.early");
        } else if (late(known.get(), decided, answerBy.plusDays(1), days)) {
            faults.add("by.late");
        }
        if (answerBy.isBefore(days.plus(today, law.within()))) {
            faults.add("by.early");
        }
        if (facts.isEmpty() || facts.length() > LONGEST) {
            faults.add("facts");
        }
        return faults;
    }

    /// Whether it can no longer be signed on that day.
    static boolean late(Ground ground, LocalDate decided, LocalDate day, LegalDays days) {
        return ground.last(decided, days).filter(day::isAfter).isPresent();
    }
}
