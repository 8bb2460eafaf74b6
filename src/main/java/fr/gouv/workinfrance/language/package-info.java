/// Names the languages in which people are spoken to, and how each writes what changes from one to
/// the other.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.gouv.workinfrance.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
