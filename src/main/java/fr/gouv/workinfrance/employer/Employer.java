package fr.gouv.workinfrance.employer;

import fr.gouv.workinfrance.reference.Siren;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An employer that has a space here.
///
/// @param name as its first comer wrote it
/// @param closedAt when those who administer it said that it has ceased: what was asked for is
///   still read, and nothing more is begun
public record Employer(
        EmployerId id,
        String name,
        Instant openedAt,
        @Nullable Instant closedAt,
        List<Establishment> establishments) {

    private static final int LONGEST_NAME = 120;

    public Employer {
        establishments = List.copyOf(establishments);
    }

    /// Whether a company, or an establishment, can be called so.
    public static boolean callable(String name) {
        return !name.isBlank() && name.strip().length() <= LONGEST_NAME;
    }

    public boolean open() {
        return closedAt == null;
    }

    /// The number by which its pages are found.
    public Siren siren() {
        return id.siren().orElseThrow();
    }

    public Optional<Establishment> establishment(String siret) {
        return establishments.stream().filter(e -> e.siret().value().equals(siret)).findFirst();
    }

    /// The establishments for which something can be begun.
    public List<Establishment> working() {
        return establishments.stream().filter(Establishment::open).toList();
    }
}
