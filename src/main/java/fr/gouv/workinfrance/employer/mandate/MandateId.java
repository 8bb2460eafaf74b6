package fr.gouv.workinfrance.employer.mandate;

import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.journal.Subject;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// What the house calls a mandate.
public record MandateId(UUID value) {

    /// The kind of scope that a mandate is, for invitations.
    static final String KIND = "mandate";

    private static final int SHOWN = 8;

    /// Reads an id as it stands in an address.
    public static Optional<MandateId> read(String typed) {
        try {
            UUID value = UUID.fromString(typed);
            return value.toString().equalsIgnoreCase(typed)
                    ? Optional.of(new MandateId(value))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// As people are shown it: it names a mandate in a letter, and opens nothing.
    public String number() {
        return "M-" + value.toString().substring(0, SHOWN).toUpperCase(Locale.ROOT);
    }

    /// The chain of the journal that tells this mandate's life.
    public Subject subject() {
        return new Subject(KIND, value.toString());
    }

    Scope scope() {
        return new Scope(KIND, value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
