/// Mandates: who may act for an employer, for which requests, until when, and how it was given.
@NullMarked
@NamedInterface("mandate")
package fr.gouv.workinfrance.employer.mandate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
