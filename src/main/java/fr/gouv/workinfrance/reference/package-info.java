/// What the State publishes and everyone looks up: territories, communes, countries, lists of
/// codes, registers' numbers, and how people write names, dates and amounts.
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "language"})
package fr.gouv.workinfrance.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
