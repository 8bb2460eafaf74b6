/// What the parties deposit against a refusal: appeals to who decided or above him, requests for
/// the reasons of a silence; each with its clock and its desk.
@NullMarked
@NamedInterface("appeal")
package fr.gouv.workinfrance.examination.appeal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
