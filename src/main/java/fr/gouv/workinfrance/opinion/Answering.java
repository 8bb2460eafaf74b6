package fr.gouv.workinfrance.opinion;

import java.util.List;
import java.util.Map;

/// What came of answering, or of asking for more time.
public sealed interface Answering {

    /// It was kept.
    record Kept(Consultation consultation) implements Answering {}

    /// It was not.
    ///
    /// @param wrong by field: `verdict`, `reasons`, `documents`, `until`, or the id of a question
    record Faulty(Map<String, Wrong> wrong) implements Answering {
        public Faulty {
            wrong = Map.copyOf(wrong);
        }
    }

    /// What is wrong with what was typed.
    ///
    /// @param key of the message that says it, and how to mend it
    record Wrong(String key, List<Object> args) {
        static Wrong of(String key) {
            return new Wrong("opinion.wrong." + key, List.of());
        }
    }

    /// Too late: a colleague answered, or it is asked no more.
    record Gone(Consultation consultation) implements Answering {}
}
