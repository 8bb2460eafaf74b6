/// Asks an antivirus what it thinks of a file.
@NullMarked
package fr.gouv.workinfrance.document.antivirus;

import org.jspecify.annotations.NullMarked;
