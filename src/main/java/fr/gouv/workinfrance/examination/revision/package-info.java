/// Mends, takes back or answers about a decision that was given: an act is drafted, shown to who
/// signs, signed by another, sealed and given to the parties.
@NullMarked
@NamedInterface("revision")
package fr.gouv.workinfrance.examination.revision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
