/// Receives, inspects, encrypts and hands back files.
@NullMarked
@ApplicationModule(allowedDependencies = "journal")
package fr.gouv.workinfrance.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
