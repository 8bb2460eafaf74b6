package fr.gouv.workinfrance.document.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names in the machine-readable zone of a passport or a card (ICAO 9303), where it is in the
/// text of a document: there they are glued to the code of a State, and hold neither space nor
/// accent.
final class Mrz {

    /// The first line of a passport or of a card of two lines: a letter, another or a filler, the
    /// code of the State, then the names.
    private static final Pattern FIRST = Pattern.compile("^[PIACV][A-Z<][A-Z<]{3}([A-Z<]{25,39})$");

    /// The third line of a card of three lines: the names alone.
    private static final Pattern THIRD = Pattern.compile("^([A-Z]+[A-Z<]*<<[A-Z<]+)$");

    private static final int CARD = 30;

    private Mrz() {}

    /// The names, in words; none when there is no such zone.
    static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        text.lines()
                .map(line -> line.replace(" ", ""))
                .forEach(
                        line -> {
                            Matcher first = FIRST.matcher(line);
                            Matcher third = THIRD.matcher(line);
                            if (first.matches()) {
                                names.addAll(words(first.group(1)));
                            } else if (line.length() == CARD && third.matches()) {
                                names.addAll(words(third.group(1)));
                            }
                        });
        return names;
    }

    private static List<String> words(String zone) {
        return Pattern.compile("<+").splitAsStream(zone).filter(word -> !word.isEmpty()).toList();
    }
}
