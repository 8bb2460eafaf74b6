/// What the State answers online: its register of establishments and its addresses, each of which
/// may be away, slow or answer nonsense, which is an answer too.
@NullMarked
@NamedInterface("online")
package fr.gouv.workinfrance.reference.online;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
