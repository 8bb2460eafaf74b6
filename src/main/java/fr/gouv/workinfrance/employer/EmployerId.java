package fr.gouv.workinfrance.employer;

import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.journal.Subject;
import fr.gouv.workinfrance.reference.Siren;

import java.util.Optional;
import java.util.regex.Pattern;

/// What the house calls an employer.
///
/// @param value `siren:` and nine digits, or a uuid for an employer who has no SIREN
public record EmployerId(String value) {

    private static final String SIREN = "siren:";
    private static final String KIND = "employer";
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /// Refuses what is neither.
    public EmployerId {
        if (sirenOf(value).isEmpty() && !UUID.matcher(value).matches()) {
            throw new IllegalArgumentException("not an employer");
        }
    }

    /// The employer that has this SIREN.
    public static EmployerId of(Siren siren) {
        return new EmployerId(SIREN + siren.value());
    }

    /// The employer that a grant is about, if it is about one as a whole.
    static Optional<EmployerId> of(Scope scope) {
        return scope.kind().equals(KIND)
                ? Optional.of(new EmployerId(scope.id()))
                : Optional.empty();
    }

    /// Its number, when it has one.
    public Optional<Siren> siren() {
        return sirenOf(value);
    }

    /// What a grant on the whole of this employer is a grant on.
    public Scope scope() {
        return new Scope(KIND, value);
    }

    /// The chain of the journal that tells who acted for it.
    public Subject subject() {
        return new Subject(KIND, value);
    }

    private static Optional<Siren> sirenOf(String value) {
        return value.startsWith(SIREN)
                ? Siren.parse(value.substring(SIREN.length()))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
