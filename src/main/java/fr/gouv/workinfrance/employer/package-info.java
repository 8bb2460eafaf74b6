/// Companies, the people who act for them, and how the first of them proves that he may.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "document",
            "deed",
            "language",
            "office",
            "reference",
            "calendar",
            "mail",
            "journal"
        })
package fr.gouv.workinfrance.employer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
