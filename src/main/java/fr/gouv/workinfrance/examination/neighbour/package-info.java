/// What else is known of the person and of the employer of a dossier: earlier dossiers, permits,
/// and those that may well be the same one twice.
@NullMarked
@NamedInterface("neighbour")
package fr.gouv.workinfrance.examination.neighbour;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
