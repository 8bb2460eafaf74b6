package fr.gouv.workinfrance.document.antivirus;

/// What an antivirus said of a file.
public sealed interface Verdict {

    /// It knows nothing bad in it.
    record Clean() implements Verdict {}

    /// It knows a virus in it.
    ///
    /// @param signature the name under which it knows it
    record Infected(String signature) implements Verdict {}

    /// It did not answer, took too long, or said something that is no answer: nothing is known of
    /// the file, and it is worth asking again later.
    record Away() implements Verdict {}
}
