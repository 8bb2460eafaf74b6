/// Documents given once: what a company or a person has sent with a request, kept with its date so
/// that the next request refers to it.
@NullMarked
@NamedInterface("given")
package fr.gouv.workinfrance.employer.given;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
