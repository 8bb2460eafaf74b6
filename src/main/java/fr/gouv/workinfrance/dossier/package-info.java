/// The life of a request, from draft to decision: parties, answers, pieces, decision, legal clock,
/// and what silence means.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "procedure",
            "procedure::body",
            "office",
            "employer",
            "employer::given",
            "employer::mandate",
            "access",
            "document",
            "document::paper",
            "deed",
            "reference",
            "reference::online",
            "calendar",
            "language",
            "journal"
        })
package fr.gouv.workinfrance.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
