package fr.gouv.workinfrance.procedure.need;

import fr.gouv.workinfrance.procedure.Part;

import java.util.List;
import java.util.Map;

/// What someone has to do.
public sealed interface Outcome {

    /// Nothing: no authorization is needed.
    record None() implements Outcome {}

    /// The employer declares the hiring, two working days before at least (R5221-27).
    record Declaration() implements Outcome {}

    /// A request, by a procedure of this service.
    ///
    /// @param procedure its id
    /// @param filers who may file it, in the order in which they are offered
    /// @param prefill the question whose answer is known already, by field of the form
    record Request(String procedure, List<Part> filers, Map<String, String> prefill)
            implements Outcome {}

    /// Not here: somebody else can help, or the work is not possible yet.
    record Elsewhere() implements Outcome {}
}
