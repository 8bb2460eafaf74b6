/// What the office asks the parties to mend in a deposited request: line by line, with its reason.
@NullMarked
@NamedInterface("correction")
package fr.gouv.workinfrance.dossier.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
