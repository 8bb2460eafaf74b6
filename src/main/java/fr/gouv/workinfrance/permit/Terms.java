package fr.gouv.workinfrance.permit;

import fr.gouv.workinfrance.reference.Amount;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/// What an authorization prints, that can have been misprinted. Its number, its holder himself, the
/// establishment and the kind of contract are what it is: others would be another authorization.
///
/// @param holder his name
/// @param birth of its holder, ISO, with `00` for what is not known
/// @param employer its name
/// @param hours at the most, for their period
/// @param until last day of validity, included
public record Terms(
        String holder,
        String birth,
        String employer,
        String job,
        Amount hours,
        LocalDate from,
        LocalDate until) {

    /// One of them.
    public enum Term {
        HOLDER,
        BIRTH,
        EMPLOYER,
        JOB,
        HOURS,
        FROM,
        UNTIL
    }

    public Object of(Term term) {
        return switch (term) {
            case HOLDER -> holder;
            case BIRTH -> birth;
            case EMPLOYER -> employer;
            case JOB -> job;
            case HOURS -> hours;
            case FROM -> from;
            case UNTIL -> until;
        };
    }

    /// Those that are not the same in another.
    public Set<Term> differing(Terms other) {
        Set<Term> differing = EnumSet.noneOf(Term.class);
        for (Term term : Term.values()) {
            if (!of(term).equals(other.of(term))) {
                differing.add(term);
            }
        }
        return differing;
    }
}
