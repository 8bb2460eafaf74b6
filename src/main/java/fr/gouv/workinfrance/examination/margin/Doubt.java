package fr.gouv.workinfrance.examination.margin;

import fr.gouv.workinfrance.document.paper.Advice;
import fr.gouv.workinfrance.document.paper.Bundle.Enclosure;
import fr.gouv.workinfrance.dossier.Evidence;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Gap;
import fr.gouv.workinfrance.procedure.Piece;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Something that the machine found in a dossier, and that a person has to look at.
///
/// @param key which one it is, as long as the dossier lives; never personal
/// @param state of the answers or the documents that it is about
/// @param last how it was last ticked off; absent when it never was
public record Doubt(String key, String state, About about, @Nullable Tick last) {

    private static final int KEPT = 32;

    /// What it is about.
    public sealed interface About {
        /// Answers that contradict each other, or the law.
        record Broken(Gap gap) implements About {}

        /// What a document tells, or all those of a piece when none is named.
        record Told(Piece piece, @Nullable UUID document, Advice advice) implements About {}
    }

    /// All those of a dossier, in the order of the form, then of its documents.
    ///
    /// @param gaps what is missing or does not hold together; what is missing is no doubt
    static List<Doubt> of(Seen seen, List<Gap> gaps, Evidence evidence, Collection<Tick> ticks) {
        Map<String, Tick> ticked =
                ticks.stream().collect(Collectors.toMap(Tick::doubt, Function.identity()));
        List<Doubt> doubts = new ArrayList<>();
        gaps.stream()
                .filter(gap -> gap.kind() == Gap.Kind.RULE)
                .map(gap -> broken(seen, gap))
                .forEach(doubts::add);
        for (Enclosure enclosure : evidence.bundle().enclosures()) {
            evidence.version()
                    .piece(enclosure.expected().piece())
                    .ifPresent(piece -> doubts.addAll(told(evidence, piece, enclosure)));
        }
        for (Piece piece : evidence.version().pieces()) {
            evidence.of(piece).forEach(advice -> doubts.add(told(evidence, piece, advice)));
        }
        return doubts.stream().map(doubt -> doubt.ticked(ticked.get(doubt.key()))).toList();
    }

    /// Whether nobody ticked it off as it is now.
    public boolean open() {
        return tick().isEmpty();
    }

    /// How it was ticked off, as it is now.
    public Optional<Tick> tick() {
        return Optional.ofNullable(last).filter(tick -> tick.state().equals(state));
    }

    /// Whether it was ticked off before what it is about changed.
    public boolean changed() {
        return last != null && open();
    }

    private Doubt ticked(@Nullable Tick tick) {
        return new Doubt(key, state, about, tick);
    }

    private static Doubt broken(Seen seen, Gap gap) {
        Map<String, Object> values = seen.dossier().values();
        Stream<String> judged =
                seen.version().rule(gap.id()).stream()
                        .flatMap(rule -> seen.version().judgedBy(rule).stream())
                        .map(Field::id)
                        .sorted()
                        .map(field -> field + "=" + values.get(field));
        return new Doubt("rule." + gap.id(), hash(judged), new About.Broken(gap), null);
    }

    private static List<Doubt> told(Evidence evidence, Piece piece, Enclosure enclosure) {
        return evidence.bundle().about(enclosure).stream()
                .map(
                        advice ->
                                new Doubt(
                                        key(evidence, piece, advice) + "." + enclosure.document(),
                                        hash(Stream.of(enclosure.sha256(), advice.about())),
                                        new About.Told(piece, enclosure.document(), advice),
                                        null))
                .toList();
    }

    private static Doubt told(Evidence evidence, Piece piece, Advice advice) {
        Stream<String> joined =
                evidence.bundle().enclosures().stream()
                        .filter(one -> one.expected().piece().equals(piece.id()))
                        .map(Enclosure::sha256);
        return new Doubt(
                key(evidence, piece, advice),
                hash(joined),
                new About.Told(piece, null, advice),
                null);
    }

    /// A name that a document should bear is known here by its place alone.
    private static String key(Evidence evidence, Piece piece, Advice advice) {
        String about =
                advice.code() == Advice.Code.NAME
                        ? String.valueOf(evidence.names().indexOf(advice.about()))
                        : advice.about();
        return "advice.%s.%s.%d.%s".formatted(advice.code(), piece.id(), advice.number(), about);
    }

    private static String hash(Stream<String> parts) {
        try {
            byte[] all = parts.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all))
                    .substring(0, KEPT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
