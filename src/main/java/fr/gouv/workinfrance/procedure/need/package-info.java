/// Whether an authorization is needed: a decision table, and the few questions that settle it.
@NullMarked
@NamedInterface("need")
package fr.gouv.workinfrance.procedure.need;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
