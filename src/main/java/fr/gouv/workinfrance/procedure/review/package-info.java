/// What those who keep the catalogue look at: how two versions differ, where a text is used, what
/// is doubtful.
@NullMarked
@NamedInterface("review")
package fr.gouv.workinfrance.procedure.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
