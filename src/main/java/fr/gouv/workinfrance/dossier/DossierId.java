package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.journal.Subject;

import java.util.Optional;
import java.util.UUID;

/// What the house calls a dossier; people are only ever shown its [Reference].
public record DossierId(UUID value) {

    static final String KIND = "dossier";

    /// The chain of the journal that tells this dossier's life.
    public Subject subject() {
        return new Subject(KIND, value.toString());
    }

    /// What a grant on this dossier is a grant on.
    public Scope scope() {
        return new Scope(KIND, value.toString());
    }

    /// The dossier that a grant is on; empty when it is on something else.
    public static Optional<DossierId> of(Scope scope) {
        return scope.kind().equals(KIND)
                ? Optional.of(new DossierId(UUID.fromString(scope.id())))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
