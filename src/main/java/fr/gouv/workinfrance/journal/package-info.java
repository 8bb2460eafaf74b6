/// Keeps, unalterably, who did and who saw what, and when.
///
/// One chain per subject, because one head for the whole house would make all writers wait for each
/// other. Each entry carries the hash of the one before and a salted commitment to its personal
/// payload; payloads stand apart, so that they can be erased without breaking the chain. Every
/// minute a signed checkpoint lists how long each chain that grew has become, so that one that is
/// cut, or gone, shows.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.gouv.workinfrance.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
