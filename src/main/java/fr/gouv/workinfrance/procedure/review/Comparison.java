package fr.gouv.workinfrance.procedure.review;

import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.LegalSource;
import fr.gouv.workinfrance.procedure.LegalText;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.review.Difference.Added;
import fr.gouv.workinfrance.procedure.review.Difference.Change;
import fr.gouv.workinfrance.procedure.review.Difference.Changed;
import fr.gouv.workinfrance.procedure.review.Difference.Removed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What differs between two versions of a procedure, as a jurist would say it: this piece added,
/// this time limit changed, this article.
///
/// @param differences in the order of the chapters, then of the version after; what is gone comes
///   last in its chapter
/// @param articles those that only one of them cites, or that each cites in another wording
public record Comparison(List<Difference> differences, List<Article> articles) {

    /// An article of which the two versions do not cite the same wordings.
    ///
    /// @param name the article alone, "L5221-5"
    /// @param before the wordings that the version before cites
    /// @param after those that the version after cites
    public record Article(String name, List<LegalText> before, List<LegalText> after) {}

    /// Everything that differs.
    public static Comparison of(Version before, Version after) {
        return of(Reading.of(before), Reading.of(after));
    }

    /// What the change means for those who fill these parts of a draft: the questions asked no
    /// more, from now on or otherwise, the pieces, and how long they will wait.
    ///
    /// @param parts those that they fill
    /// @param values kept answers by field, and `filer`; an answer that the two versions read in
    ///   two ways counts as blank
    public static Comparison forApplicant(
            Version before, Version after, Set<Part> parts, Map<String, Object> values) {
        Map<String, Object> readAlike = readAlike(before, after, values);
        return of(Reading.asked(before, parts, readAlike), Reading.asked(after, parts, readAlike));
    }

    private static Map<String, Object> readAlike(
            Version before, Version after, Map<String, Object> values) {
        Map<String, Object> alike = new HashMap<>(values);
        for (Field field : before.fields()) {
            after.field(field.id())
                    .filter(now -> now.type().getClass() != field.type().getClass())
                    .ifPresent(_ -> alike.remove(field.id()));
        }
        return alike;
    }

    private static Comparison of(Reading before, Reading after) {
        List<Difference> all = new ArrayList<>();
        for (Chapter chapter : Chapter.values()) {
            for (Clause now : after.in(chapter)) {
                twin(now, before)
                        .ifPresentOrElse(
                                then -> changed(then, now).ifPresent(all::add),
                                () -> all.add(new Added(now)));
            }
            before.in(chapter).stream()
                    .filter(then -> twin(then, after).isEmpty())
                    .forEach(then -> all.add(new Removed(then)));
        }
        return new Comparison(List.copyOf(all), articles(before, after));
    }

    private static Optional<Clause> twin(Clause clause, Reading in) {
        return in.clauses().stream().filter(clause::sameAs).findFirst();
    }

    private static Optional<Difference> changed(Clause before, Clause after) {
        List<Change> changes =
                Arrays.stream(Trait.values())
                        .filter(trait -> !before.said(trait).sameAs(after.said(trait)))
                        .map(trait -> new Change(trait, before.said(trait), after.said(trait)))
                        .toList();
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Changed(before, after, changes));
    }

    private static List<Article> articles(Reading before, Reading after) {
        Map<String, List<LegalText>> then = wordings(before);
        Map<String, List<LegalText>> now = wordings(after);
        Set<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .map(
                        name ->
                                new Article(
                                        name,
                                        then.getOrDefault(name, List.of()),
                                        now.getOrDefault(name, List.of())))
                .filter(article -> !article.before.equals(article.after))
                .toList();
    }

    private static Map<String, List<LegalText>> wordings(Reading reading) {
        return reading.clauses().stream()
                .flatMap(clause -> clause.law().stream())
                .map(LegalSource::text)
                .distinct()
                .sorted(Comparator.comparing(LegalText::key))
                .collect(Collectors.groupingBy(LegalText::article));
    }

    /// Whether the two versions say the same.
    public boolean nothing() {
        return differences.isEmpty();
    }

    /// The chapters where something differs.
    public List<Chapter> chapters() {
        return differences.stream().map(Difference::chapter).distinct().toList();
    }

    /// What differs in a chapter.
    public List<Difference> in(Chapter chapter) {
        return differences.stream().filter(difference -> difference.chapter() == chapter).toList();
    }

    /// What is new, in a chapter.
    public List<Added> added(Chapter chapter) {
        return of(Added.class, chapter);
    }

    /// What is gone, in a chapter.
    public List<Removed> removed(Chapter chapter) {
        return of(Removed.class, chapter);
    }

    /// What is no longer said alike, in a chapter.
    public List<Changed> changed(Chapter chapter) {
        return of(Changed.class, chapter);
    }

    private <T extends Difference> List<T> of(Class<T> kind, Chapter chapter) {
        return in(chapter).stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
