package fr.gouv.workinfrance.procedure;

import java.util.List;

/// What was understood of what a person typed.
public sealed interface Parsed {
    /// Nothing was typed.
    Parsed BLANK = new Blank();

    /// Understood.
    ///
    /// @param canonical what is kept: `String`, `Boolean`, `Long`, a `Map` of those or a `List` of
    ///   such maps, so that it goes to JSON and back
    /// @param display how it reads in the language it was typed in
    record Value(Object canonical, String display) implements Parsed {}

    /// Nothing was typed, or only spaces.
    record Blank() implements Parsed {}

    /// Not understood.
    ///
    /// @param messageKey the message that says what is wrong and how to mend it
    /// @param args its arguments: strings, numbers
    record Wrong(String messageKey, List<Object> args) implements Parsed {
        static Wrong of(String key, Object... args) {
            return new Wrong("procedure.wrong." + key, List.of(args));
        }
    }
}
