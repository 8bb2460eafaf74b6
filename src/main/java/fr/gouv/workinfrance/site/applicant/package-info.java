/// Pages of those who ask: fill a request, deposit it, follow it.
@NullMarked
package fr.gouv.workinfrance.site.applicant;

import org.jspecify.annotations.NullMarked;
