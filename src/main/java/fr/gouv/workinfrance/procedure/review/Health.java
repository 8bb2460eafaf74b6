package fr.gouv.workinfrance.procedure.review;

import fr.gouv.workinfrance.procedure.Confidence;
import fr.gouv.workinfrance.procedure.Corpus;
import fr.gouv.workinfrance.procedure.LegalText;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.Words;
import fr.gouv.workinfrance.procedure.review.Said.Named;
import fr.gouv.workinfrance.procedure.review.Said.Offered;
import fr.gouv.workinfrance.procedure.review.Said.Several;
import fr.gouv.workinfrance.procedure.review.Said.Told;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// How well the catalogue stands on a day: what to read again, to confirm, to try and to translate.
///
/// @param on the day
/// @param clauses all that its procedures say, what several versions say alike once
/// @param texts all that it cites, with where
public record Health(
        LocalDate on, List<Procedure> procedures, List<Placed> clauses, List<Text> texts) {

    /// A date this near is told.
    private static final int SOON = 60;

    /// How long ago a text was last read.
    public enum Age {
        /// Six months at most.
        RECENT,
        /// More than six months, a year at most.
        AGEING,
        /// More than a year.
        OLD;

        /// The age of something read that day.
        static Age of(LocalDate read, LocalDate on) {
            if (read.isBefore(on.minusYears(1))) {
                return OLD;
            }
            return read.isBefore(on.minusMonths(6)) ? AGEING : RECENT;
        }
    }

    /// Words that may not say the same in both languages.
    public record Doubt(Placed placed, Trait trait, Words words, List<Translation> why) {}

    /// A period that a procedure does not encode.
    public record Silence(Procedure procedure, Procedure.NotEncoded period) {}

    /// What may be said of the catalogue on that day.
    public static Health of(Corpus corpus, LocalDate on) {
        List<Placed> clauses = Placed.all(corpus.procedures());
        return new Health(on, corpus.procedures(), clauses, Text.all(corpus, clauses));
    }

    /// The statements of law.
    public List<Placed> statements() {
        return clauses.stream().filter(placed -> placed.clause().legal()).toList();
    }

    /// How many statements may be trusted how far.
    public Map<Confidence, Long> confidence() {
        Map<Confidence, Long> counts = new EnumMap<>(Confidence.class);
        for (Confidence confidence : Confidence.values()) {
            counts.put(
                    confidence,
                    statements().stream()
                            .filter(placed -> placed.clause().confidence() == confidence)
                            .count());
        }
        return counts;
    }

    /// The statements that no official text carries alone, the least sure first.
    public List<Placed> unsure() {
        return statements().stream()
                .filter(placed -> placed.clause().confidence() != Confidence.A)
                .sorted(
                        Comparator.comparing(
                                (Placed placed) -> placed.clause().confidence(),
                                Comparator.reverseOrder()))
                .toList();
    }

    /// How many statements rest on what was read how long ago; the oldest reading of its sources
    /// counts.
    public Map<Age, Long> ages() {
        Map<Age, Long> counts = new EnumMap<>(Age.class);
        for (Age age : Age.values()) {
            counts.put(
                    age,
                    statements().stream().filter(placed -> age(placed.clause()) == age).count());
        }
        return counts;
    }

    private Age age(Clause statement) {
        return statement.law().stream()
                .map(source -> source.text().readOn())
                .min(Comparator.naturalOrder())
                .map(read -> Age.of(read, on))
                .orElse(Age.RECENT);
    }

    /// How long ago a text was last read.
    public Age age(Text text) {
        return Age.of(text.text().readOn(), on);
    }

    /// The texts last read more than six months ago, the oldest first.
    public List<Text> ageing() {
        return texts.stream()
                .filter(text -> age(text) != Age.RECENT)
                .sorted(Comparator.comparing(text -> text.text().readOn()))
                .toList();
    }

    /// The texts to be read again by a day that is near or past, the most urgent first.
    public List<Text> toReadAgain() {
        return due(LegalText::readAgainBy);
    }

    /// The wordings whose last day is near or past, the most urgent first, when a version that is
    /// still in force cites them.
    public List<Text> ending() {
        return due(LegalText::until).stream().filter(this::inForce).toList();
    }

    private List<Text> due(Function<LegalText, @Nullable LocalDate> day) {
        return texts.stream()
                .filter(text -> soon(day.apply(text.text())))
                .sorted(
                        Comparator.comparing(
                                text -> day.apply(text.text()),
                                Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /// Whether something that applies on that day, or will, rests on that text.
    private boolean inForce(Text text) {
        return text.uses().stream()
                .anyMatch(
                        use ->
                                use.versions().stream()
                                        .flatMap(number -> use.procedure().version(number).stream())
                                        .anyMatch(this::applies));
    }

    private boolean applies(Version version) {
        return Arrays.stream(Procedure.Aspect.values())
                .map(aspect -> aspect.of(version).until())
                .anyMatch(until -> until == null || !until.isBefore(on));
    }

    /// Whether a day is near or past.
    private boolean soon(@Nullable LocalDate day) {
        return day != null && !day.isAfter(on.plusDays(SOON));
    }

    /// Whether a day is past.
    public boolean past(LocalDate day) {
        return day.isBefore(on);
    }

    /// The rules that come from no text.
    public List<Placed> unsourced() {
        return in(Chapter.RULES).stream().filter(placed -> !placed.clause().legal()).toList();
    }

    /// The conditions that no example tries: a rule has its examples, or is refused when the file
    /// is read; when a question is asked or a piece required is tried by nothing.
    public List<Placed> untried() {
        return clauses.stream()
                .filter(
                        placed ->
                                switch (placed.clause().chapter()) {
                                    case SECTIONS, QUESTIONS, PIECES ->
                                            says(placed, Trait.VISIBLE_WHEN)
                                                    || says(placed, Trait.REQUIRED_WHEN);
                                    default -> false;
                                })
                .toList();
    }

    /// The limits that are told and that nothing checks.
    public List<Placed> unchecked() {
        return in(Chapter.LIMITS).stream().filter(placed -> !says(placed, Trait.MUST)).toList();
    }

    /// The pieces whose list could not be read in the official text.
    public List<Placed> provisional() {
        return in(Chapter.PIECES).stream()
                .filter(placed -> placed.clause().said(Trait.PROVISIONAL).sameAs(new Named("yes")))
                .toList();
    }

    /// The periods that nobody has written yet.
    public List<Silence> notEncoded() {
        return procedures.stream()
                .flatMap(
                        procedure ->
                                procedure.notEncoded().stream()
                                        .map(period -> new Silence(procedure, period)))
                .toList();
    }

    /// The words that may not say the same in both languages.
    public List<Doubt> doubts() {
        List<Doubt> doubts = new ArrayList<>();
        for (Placed placed : clauses) {
            placed.clause()
                    .traits()
                    .forEach(
                            (trait, said) ->
                                    words(said).stream()
                                            .map(
                                                    words ->
                                                            new Doubt(
                                                                    placed,
                                                                    trait,
                                                                    words,
                                                                    Translation.doubts(words)))
                                            .filter(doubt -> !doubt.why().isEmpty())
                                            .forEach(doubts::add));
        }
        return List.copyOf(doubts);
    }

    private static List<Words> words(Said said) {
        return switch (said) {
            case Told(Words words) -> List.of(words);
            case Offered offered -> List.of(offered.option().label());
            case Several(List<Said> things) ->
                    things.stream().flatMap(thing -> words(thing).stream()).toList();
            case Said.Named _,
                    Said.Written _,
                    Said.Lasting _,
                    Said.Pointed _,
                    Said.Cited _,
                    Said.Nothing _ ->
                    List.of();
        };
    }

    private List<Placed> in(Chapter chapter) {
        return clauses.stream().filter(placed -> placed.clause().chapter() == chapter).toList();
    }

    private static boolean says(Placed placed, Trait trait) {
        return !placed.clause().said(trait).nothing();
    }
}
