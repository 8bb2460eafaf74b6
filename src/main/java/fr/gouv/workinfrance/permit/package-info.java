/// Issues the authorization once it is signed, mends it, follows its life, and says whether one is
/// genuine.
@NullMarked
@ApplicationModule(allowedDependencies = {"dossier", "reference", "access", "journal", "calendar"})
package fr.gouv.workinfrance.permit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
