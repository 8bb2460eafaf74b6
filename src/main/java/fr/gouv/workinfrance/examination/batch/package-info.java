/// What is done to many dossiers at once: as a job, with a result for each.
@NullMarked
@NamedInterface("batch")
package fr.gouv.workinfrance.examination.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
