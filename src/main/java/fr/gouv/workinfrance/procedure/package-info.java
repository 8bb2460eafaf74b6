/// The catalogue of authorizations: questions, pieces, legal time limits, dated by the law they
/// come from.
///
/// One YAML file per procedure (`src/main/resources/procedures/<id>.yaml`), read whole at start by
/// `procedure.file`: a file that is wrong stops the start and every mistake is told with its line.
/// Conditions between answers are written in CEL; see [ConditionLanguage] for the words it knows
/// and for what a blank answer means.
@NullMarked
@ApplicationModule(allowedDependencies = {"reference", "calendar", "language"})
package fr.gouv.workinfrance.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
