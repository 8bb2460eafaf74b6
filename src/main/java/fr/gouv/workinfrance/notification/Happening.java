package fr.gouv.workinfrance.notification;

import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/// Something happened of which people are told: one task of the queue, which has it for its name.
///
/// @param who the one person whom it concerns, when there is one
record Happening(DossierId dossier, Notice.Kind kind, Instant at, @Nullable Who who) {

    /// Someone, and in what part.
    record Who(Part part, UUID account) {}

    Happening(DossierId dossier, Notice.Kind kind, Instant at) {
        this(dossier, kind, at, null);
    }

    String name() {
        String name = dossier + "/" + kind + "/" + at;
        return who == null ? name : name + "/" + who.part() + "/" + who.account();
    }

    static Happening read(String name) {
        String[] parts = name.split("/", -1);
        return new Happening(
                new DossierId(UUID.fromString(parts[0])),
                Notice.Kind.valueOf(parts[1]),
                Instant.parse(parts[2]),
                parts.length < 5
                        ? null
                        : new Who(Part.valueOf(parts[3]), UUID.fromString(parts[4])));
    }
}
