/// Pages of those who help, at the counter of an office, people who cannot do it alone.
@NullMarked
package fr.gouv.workinfrance.site.counter;

import org.jspecify.annotations.NullMarked;
