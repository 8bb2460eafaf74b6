package fr.gouv.workinfrance.document;

/// Whether a document may be shown. Only one that is clean ever is, to anybody.
public sealed interface DocumentState {

    /// The antivirus knows nothing bad in it, or we made it ourselves.
    record Clean() implements DocumentState {}

    /// Received, and not scanned yet because the antivirus was away: shown to nobody until it is.
    record Waiting() implements DocumentState {}

    /// A virus was found, and the content was destroyed.
    ///
    /// @param signature the name under which the antivirus knows it
    record Infected(String signature) implements DocumentState {}
}
