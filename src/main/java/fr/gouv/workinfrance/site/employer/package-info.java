/// Pages of those who act for a company: who they are, and the requests that are theirs together.
@NullMarked
package fr.gouv.workinfrance.site.employer;

import org.jspecify.annotations.NullMarked;
