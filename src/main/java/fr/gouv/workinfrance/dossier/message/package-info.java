/// What the parties and the office write to one another about a deposited request.
@NullMarked
@NamedInterface("message")
package fr.gouv.workinfrance.dossier.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
