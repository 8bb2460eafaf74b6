package fr.gouv.workinfrance.procedure;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/// A document that is asked for.
///
/// @param id unique within the version
/// @param part who is asked for it
/// @param shownTo the other parties that may open it
/// @param name its name
/// @param hint what makes a good one
/// @param required when it is asked for
/// @param blocks whether a deposit without it, and without a word on why, is held back. Only a text
///   that requires the piece may make it block
/// @param provisional whether the list it comes from could not be read in the official text
/// @param identity whether it shows who someone is: what is displayed of it bears the name of who
///   looks at it
/// @param sides how many sides it has, when it has more than one; advice alone follows from it
/// @param named whether the worker’s names stand on it; advice alone follows from it
/// @param basis why it is asked for, with its sources
public record Piece(
        String id,
        Part part,
        Set<Part> shownTo,
        Words name,
        @Nullable Words hint,
        Requirement required,
        boolean blocks,
        boolean provisional,
        boolean identity,
        int sides,
        boolean named,
        Statement basis) {

    /// Whether nobody has to give it, and anybody may.
    public boolean welcome() {
        return required instanceof Requirement.Never;
    }
}
