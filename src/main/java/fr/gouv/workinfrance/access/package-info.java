/// Says who comes in: accounts, signing in by a code, grants with a scope and an end, invitations,
/// limits.
@NullMarked
@ApplicationModule(allowedDependencies = {"journal", "language", "mail"})
package fr.gouv.workinfrance.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
