package fr.gouv.workinfrance.examination.worklist;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// A dossier of a list, with what is taken out with it.
///
/// @param labels all of them, one after the other; absent when it has none
/// @param answered what was answered to the questions that are taken out, as their types keep it
public record Row(Worklist.Line line, @Nullable String labels, Map<String, Object> answered) {

    public Row {
        answered = Map.copyOf(answered);
    }
}
