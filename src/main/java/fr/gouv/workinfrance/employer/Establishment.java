package fr.gouv.workinfrance.employer;

import fr.gouv.workinfrance.reference.Siret;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A place where an employer works.
///
/// @param name by which colleagues know it
/// @param closedAt when a colleague said that it is closed; nothing is begun for it any more
public record Establishment(Siret siret, String name, @Nullable Instant closedAt) {

    public boolean open() {
        return closedAt == null;
    }
}
