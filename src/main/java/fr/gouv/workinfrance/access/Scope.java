package fr.gouv.workinfrance.access;

/// What a grant is about. This package knows nothing of it but its name.
///
/// @param kind `dossier`, `office`, `house`…
/// @param id within the kind; `*` for the whole house
public record Scope(String kind, String id) {

    /// The service as a whole: the scope of administrators.
    public static final Scope HOUSE = new Scope("house", "*");
}
