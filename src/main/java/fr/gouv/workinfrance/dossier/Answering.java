package fr.gouv.workinfrance.dossier;

import java.util.List;

/// What came of one answer.
public sealed interface Answering {

    /// Kept, and understood.
    record Saved(int revision) implements Answering {}

    /// Kept as typed, but it says nothing that the question can take.
    record Wrong(int revision, String messageKey, List<Object> args) implements Answering {}

    /// Not kept: someone answered meanwhile.
    record Newer(Answer answer) implements Answering {}
}
