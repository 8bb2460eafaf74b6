package fr.gouv.workinfrance.procedure;

import org.jspecify.annotations.Nullable;

/// What carries a legal statement: a text, how far it may be trusted for this statement, and what
/// has to be known about our reading of it.
///
/// @param text the text cited
/// @param confidence how far it carries this statement
/// @param note what the reader must know about our reading of it
public record LegalSource(LegalText text, Confidence confidence, @Nullable Words note) {
    /// What to cite, "L5221-5" or "fiche F2728".
    public String article() {
        return text.article();
    }
}
