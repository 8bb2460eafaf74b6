/// The administrations that may be asked for an opinion or informed, as the catalogue knows them:
/// what each may see and why, what it is asked, what its silence means.
@NullMarked
@NamedInterface("body")
package fr.gouv.workinfrance.procedure.body;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
