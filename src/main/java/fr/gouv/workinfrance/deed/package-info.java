/// Renders every official document, and seals it.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.gouv.workinfrance.deed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
