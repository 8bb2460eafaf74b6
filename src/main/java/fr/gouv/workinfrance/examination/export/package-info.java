/// Takes lists of dossiers, and dossiers whole, out of the service as files.
@NullMarked
@NamedInterface("export")
package fr.gouv.workinfrance.examination.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
