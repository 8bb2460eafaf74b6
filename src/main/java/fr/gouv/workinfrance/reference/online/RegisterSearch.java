package fr.gouv.workinfrance.reference.online;

import java.util.List;

/// What the register says of a name.
public sealed interface RegisterSearch {

    /// Those that may be meant; none when nothing is called so.
    record Listed(List<Establishment> establishments) implements RegisterSearch {
        /// Keeps its own copy.
        public Listed {
            establishments = List.copyOf(establishments);
        }
    }

    /// The register is off, slow, or says nonsense.
    record Away() implements RegisterSearch {}
}
