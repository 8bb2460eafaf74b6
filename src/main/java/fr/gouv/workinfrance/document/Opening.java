package fr.gouv.workinfrance.document;

/// What became of the wish to send a file.
public sealed interface Opening {

    /// It may be sent, from where it was cut when it was begun before.
    record Opened(Upload upload) implements Opening {}

    /// Not one byte of it is taken.
    record Refused(Reception.Reason reason) implements Opening {}
}
