/// The pages people see, by audience.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "notification",
            "examination",
            "examination::batch",
            "examination::export",
            "examination::margin",
            "examination::neighbour",
            "examination::revision",
            "examination::worklist",
            "opinion",
            "permit",
            "dossier",
            "dossier::clock",
            "dossier::correction",
            "dossier::message",
            "employer::given",
            "employer::mandate",
            "deed",
            "procedure",
            "language",
            "procedure::body",
            "procedure::review",
            "procedure::need",
            "procedure::body",
            "office",
            "employer",
            "access",
            "document",
            "document::paper",
            "reference",
            "reference::online",
            "calendar",
            "journal"
        })
package fr.gouv.workinfrance.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
