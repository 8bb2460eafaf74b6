/// The legal time limit of a request, line by line.
@NullMarked
@NamedInterface("clock")
package fr.gouv.workinfrance.dossier.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
