/// Makes the fictitious requests that a visitor of the demonstration finds: written in
/// `src/main/resources/demo`, lived through the front doors, on the days they tell.
@NullMarked
package fr.gouv.workinfrance.demo.past;

import org.jspecify.annotations.NullMarked;
