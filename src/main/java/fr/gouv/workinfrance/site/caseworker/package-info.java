/// Pages of those who examine and sign.
@NullMarked
package fr.gouv.workinfrance.site.caseworker;

import org.jspecify.annotations.NullMarked;
