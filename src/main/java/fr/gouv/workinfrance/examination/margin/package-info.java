/// What an office keeps of its own about a dossier, which the parties do not read: the doubts that
/// it ticked off, its notes, how it judged each criterion, and who looks at it.
@NullMarked
@NamedInterface("margin")
package fr.gouv.workinfrance.examination.margin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
