/// Counts days as the law does, in each French territory.
@NullMarked
@ApplicationModule(allowedDependencies = "language")
package fr.gouv.workinfrance.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
