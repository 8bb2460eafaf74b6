/// Pages of those who keep the catalogue.
@NullMarked
package fr.gouv.workinfrance.site.administrator;

import org.jspecify.annotations.NullMarked;
