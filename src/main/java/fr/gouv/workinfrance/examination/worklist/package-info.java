/// What an office has to do: in views with their counts, narrowed down, and searched.
@NullMarked
@NamedInterface("worklist")
package fr.gouv.workinfrance.examination.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
