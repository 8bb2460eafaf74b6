/// Runs the service on one machine, with its own database, keys and fictitious people; absent from
/// production.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "site",
            "access",
            "calendar",
            "document",
            "dossier",
            "dossier::correction",
            "employer",
            "employer::mandate",
            "examination",
            "examination::appeal",
            "examination::revision",
            "journal",
            "office",
            "opinion",
            "permit",
            "procedure",
            "reference"
        })
package fr.gouv.workinfrance.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
