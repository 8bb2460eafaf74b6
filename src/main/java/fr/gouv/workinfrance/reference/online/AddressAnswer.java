package fr.gouv.workinfrance.reference.online;

import java.util.List;

/// The addresses that begin as what was typed.
public sealed interface AddressAnswer {

    /// Those that may be meant; none when no address begins so.
    record Proposed(List<PostalAddress> addresses) implements AddressAnswer {
        /// Keeps its own copy.
        public Proposed {
            addresses = List.copyOf(addresses);
        }
    }

    /// The base is off, slow, or says nonsense.
    record Away() implements AddressAnswer {}
}
