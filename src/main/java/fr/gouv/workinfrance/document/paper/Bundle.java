package fr.gouv.workinfrance.document.paper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All that was joined to a request, looked at together: what no document tells alone.
///
/// @param enclosures in the order in which they were joined
public record Bundle(List<Enclosure> enclosures) {

    /// An A4 page at 77 points per inch is 900 pixels high: smaller, its words are guessed.
    static final int PAGE = 900;

    /// What a piece has to show.
    ///
    /// @param sides how many it has; 1 when it is not said
    /// @param identity whether it is a card or a booklet, smaller than a page
    /// @param names that it should bear; none when nothing can be expected
    public record Expected(String piece, int sides, boolean identity, List<String> names) {}

    /// A document, for a piece.
    ///
    /// @param paper what its reading told; absent for those received before readings were kept
    public record Enclosure(
            UUID document, Expected expected, String sha256, int pages, @Nullable Paper paper) {}

    public Bundle {
        enclosures = List.copyOf(enclosures);
    }

    /// Advice about one document, what it told alone included.
    public List<Advice> about(Enclosure enclosure) {
        List<Advice> advice = new ArrayList<>();
        Paper paper = enclosure.paper();
        if (paper != null) {
            advice.addAll(paper.advice());
            if (!enclosure.expected().identity() && paper.tooSmallForPage()) {
                advice.add(Advice.of(Advice.Code.SMALL));
            }
        }
        same(enclosure).ifPresent(advice::add);
        if (paper != null) {
            enclosure.expected().names().stream()
                    .filter(paper::lacks)
                    .forEach(name -> advice.add(new Advice(Advice.Code.NAME, 0, name)));
        }
        return advice;
    }

    /// Advice about all that was joined for a piece.
    public List<Advice> about(Expected expected) {
        int sides =
                enclosures.stream()
                        .filter(one -> one.expected().piece().equals(expected.piece()))
                        .mapToInt(Enclosure::pages)
                        .sum();
        return sides == 0 || sides >= expected.sides()
                ? List.of()
                : List.of(new Advice(Advice.Code.SIDES, expected.sides(), ""));
    }

    /// The same file, joined before this one.
    private Optional<Advice> same(Enclosure enclosure) {
        return enclosures.stream()
                .takeWhile(other -> !other.equals(enclosure))
                .filter(other -> other.sha256().equals(enclosure.sha256()))
                .findFirst()
                .map(Enclosure::expected)
                .map(
                        other ->
                                other.piece().equals(enclosure.expected().piece())
                                        ? Advice.of(Advice.Code.TWICE)
                                        : new Advice(Advice.Code.ELSEWHERE, 0, other.piece()));
    }
}
