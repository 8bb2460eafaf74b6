/// Asks other administrations for their opinion, informs them, and keeps their answers.
///
/// A request goes to a service, never to a person; each has its own day, and its silence means what
/// the catalogue says. What a service sees of a dossier is what its purpose needs.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "permit",
            "dossier",
            "procedure",
            "procedure::body",
            "office",
            "access",
            "document",
            "reference",
            "calendar",
            "journal"
        })
package fr.gouv.workinfrance.opinion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
