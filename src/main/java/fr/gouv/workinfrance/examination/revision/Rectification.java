package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.permit.Terms;
import fr.gouv.workinfrance.permit.Terms.Term;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A clerical error is mended in what an authorization prints. What was decided stays: who was
/// given it, for which establishment and which kind of contract.
///
/// @param before as printed
/// @param after as it should have been
/// @param acquired whether silence gave it, so that a certificate prints it
/// @param reason what the error was, as the parties read it
public record Rectification(Terms before, Terms after, boolean acquired, String reason)
        implements Matter {

    static final int LONGEST = 2000;

    public Rectification {
        reason = reason.strip();
    }

    /// Terms that it mends.
    public Set<Term> mended() {
        return before.differing(after);
    }

    /// The names and the date of birth as they should have been; empty when none of them is mended.
    Optional<Names> names() {
        return Collections.disjoint(mended(), Set.of(Term.HOLDER, Term.BIRTH, Term.EMPLOYER))
                ? Optional.empty()
                : Optional.of(new Names(after.holder(), after.birth(), after.employer(), null));
    }

    /// The fields of it that are wrong.
    Set<String> faults() {
        Set<String> faults = new TreeSet<>();
        if (after.holder().isBlank()) {
            faults.add("holder");
        }
        if (after.birth().isBlank()) {
            faults.add("birth");
        } else if (another()) {
            faults.add("birth.other");
        }
        if (after.employer().isBlank()) {
            faults.add("employer");
        }
        if (after.job().isBlank()) {
            faults.add("job");
        }
        if (after.until().isBefore(after.from())) {
            faults.add("until");
        }
        if (reason.isEmpty() || reason.length() > LONGEST) {
            faults.add("reason");
        }
        if (faults.isEmpty() && mended().isEmpty()) {
            faults.add("nothing");
        }
        return faults;
    }

    /// Whether someone else would hold it: neither the date of birth is the same, nor any of the
    /// names.
    private boolean another() {
        return !after.birth().equals(before.birth())
                && Collections.disjoint(names(before), names(after));
    }

    private static List<String> names(Terms terms) {
        return List.of(Names.plain(terms.holder()).split(" ", -1));
    }
}
