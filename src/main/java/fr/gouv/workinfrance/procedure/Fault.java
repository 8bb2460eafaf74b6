package fr.gouv.workinfrance.procedure;

/// Why a part of a request is to be mended, ready to be told to whoever mends it.
///
/// @param id unique in the catalogue
/// @param about what it can be said of
public record Fault(String id, About about, Words words) {

    /// What a reason can be said of.
    public enum About {
        /// The answer to a question.
        FIELD,
        /// What answers a piece.
        PIECE
    }
}
