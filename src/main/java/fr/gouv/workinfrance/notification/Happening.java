package fr.gouv.workinfrance.notification;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;
import java.util.UUID;

/// Something happened of which people are told: one task of the queue, which has it for its name.
record Happening(DossierId dossier, Notice.Kind kind, Instant at) {

    String name() {
        return dossier + "/" + kind + "/" + at;
    }

    static Happening read(String name) {
        String[] parts = name.split("/", -1);
        return new Happening(
                new DossierId(UUID.fromString(parts[0])),
                Notice.Kind.valueOf(parts[1]),
                Instant.parse(parts[2]));
    }
}
