/// The services that handle dossiers: kind, territory, members, dates.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "reference", "calendar", "journal"})
package fr.gouv.workinfrance.office;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
