package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.reference.Nomenclature;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads a code of a published list, or the words it stands for.
final class TypedCode {
    /// So many candidates are told, not more: the message has to be read.
    static final int MOST_TOLD = 6;

    private TypedCode() {}

    static Parsed parse(String typed, Nomenclature list, Parsed unknown) {
        String text = TypedText.clean(typed);
        if (text.isEmpty()) {
            return Parsed.BLANK;
        }
        List<String> meant = list.code(text).map(List::of).orElseGet(() -> list.meant(text));
        return switch (meant.size()) {
            case 0 -> unknown;
            case 1 -> new Parsed.Value(meant.getFirst(), list.shown(meant.getFirst()));
            default -> Parsed.Wrong.of("several", told(meant.stream().map(list::shown)));
        };
    }

    /// Some candidates, so that one can be typed again as it is told.
    static String told(Stream<String> candidates) {
        List<String> all = candidates.limit(MOST_TOLD + 1L).toList();
        String some = all.stream().limit(MOST_TOLD).collect(Collectors.joining("\u00a0; "));
        return all.size() > MOST_TOLD ? some + "…" : some;
    }
}
