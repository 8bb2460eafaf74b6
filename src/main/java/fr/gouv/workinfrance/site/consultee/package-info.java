/// Pages of those who are asked for their opinion on a request, or told of it.
@NullMarked
package fr.gouv.workinfrance.site.consultee;

import org.jspecify.annotations.NullMarked;
