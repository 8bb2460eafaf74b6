package fr.gouv.workinfrance.dossier;

/// What became of a document that was to be joined to a request.
public sealed interface Attaching {

    /// It is joined.
    record Attached(Dossier dossier) implements Attaching {}

    /// The request holds too much already: the document was erased.
    record Full() implements Attaching {}
}
