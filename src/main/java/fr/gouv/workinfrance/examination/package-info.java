/// The caseworker's desk: what there is to do, what the signatory is shown, and the seal on what he
/// signed.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "permit",
            "dossier",
            "opinion",
            "dossier::clock",
            "language",
            "procedure",
            "procedure::body",
            "office",
            "document",
            "document::paper",
            "deed",
            "access",
            "reference",
            "calendar",
            "journal"
        })
package fr.gouv.workinfrance.examination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
