package fr.gouv.workinfrance.demo.past;

import fr.gouv.workinfrance.dossier.Asking;
import fr.gouv.workinfrance.dossier.correction.Nature;
import fr.gouv.workinfrance.dossier.correction.Subject;

import java.util.Map;

/// One thing that the office asks to mend in a story, and what comes of it.
///
/// @param reason of the library; blank for none
/// @param words of the caseworker; blank for none
/// @param answer typed instead of the one before; blank for a piece, which is sent anew
/// @param explained why it is left as it was; blank when it is mended
record Point(
        Subject subject,
        Nature nature,
        String reason,
        String words,
        String answer,
        String explained) {

    /// As it is written in a file.
    static Point of(Map<String, String> said) {
        return new Point(
                Subject.parse(said.getOrDefault("of", "")),
                Nature.valueOf(said.getOrDefault("nature", "")),
                said.getOrDefault("reason", ""),
                said.getOrDefault("words", ""),
                said.getOrDefault("answer", ""),
                said.getOrDefault("explained", ""));
    }

    Asking.Line line() {
        return new Asking.Line(subject, nature, reason, words);
    }
}
