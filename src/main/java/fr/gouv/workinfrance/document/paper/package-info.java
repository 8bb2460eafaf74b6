/// What can be said of a document by looking at it: whether its pages can be read, whose names it
/// bears, whether it was sent twice; and how its pages are marked and bound.
@NullMarked
@NamedInterface("paper")
package fr.gouv.workinfrance.document.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
