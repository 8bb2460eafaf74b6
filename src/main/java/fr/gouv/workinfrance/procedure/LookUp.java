package fr.gouv.workinfrance.procedure;

import java.util.Map;

/// Where an answer is looked up, and the questions that what is found there answers with it.
///
/// @param fills the question that each fact answers
public record LookUp(In in, Map<Fact, String> fills) {

    /// What the State publishes.
    public enum In {
        /// The register of establishments, by SIRET or by name.
        REGISTER,
        /// The base of addresses.
        ADDRESSES,
        /// The communes.
        COMMUNES
    }

    /// Something that is found there.
    public enum Fact {
        NAME,
        ACTIVITY,
        STREET,
        POSTCODE,
        TOWN
    }

    /// Keeps its own copy.
    public LookUp {
        fills = Map.copyOf(fills);
    }
}
