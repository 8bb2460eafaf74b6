package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.dossier.Project;

/// A decision that was sent back, above the form that prepares it again.
///
/// @param begun with what the form began
public record ProjectView(Project project, Begun begun) {

    /// With what a form begins.
    public enum Begun {
        /// What the request asks for.
        REQUEST,
        /// The decision that was sent back.
        PROJECT,
        /// What was typed.
        TYPED
    }
}
