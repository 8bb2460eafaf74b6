package fr.gouv.workinfrance.examination;

import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Extent;
import fr.gouv.workinfrance.procedure.Appeal;
import fr.gouv.workinfrance.procedure.LegalSource;
import fr.gouv.workinfrance.procedure.LegalText;
import fr.gouv.workinfrance.procedure.Reason;
import fr.gouv.workinfrance.procedure.Statement;
import fr.gouv.workinfrance.procedure.Version;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The texts that a decision cites, as administrations write them: "code du travail (L5221-5,
/// R5221-7) ; accord franco-algérien du 27 décembre 1968 et ses avenants".
final class Visa {

    private static final Pattern ARTICLE = Pattern.compile("[LRD]\\d.*");

    private static final Pattern READ = Pattern.compile("\\h*[,;]\\h");

    private Visa() {}

    static String of(Collection<LegalText> texts) {
        Map<String, Set<String>> articles = new LinkedHashMap<>();
        for (LegalText text : texts) {
            Set<String> of = articles.computeIfAbsent(name(text), _ -> new LinkedHashSet<>());
            if (ARTICLE.matcher(text.article()).matches()) {
                of.add(text.article().split(" ", 2)[0]);
            }
        }
        return articles.entrySet().stream()
                .map(
                        text ->
                                text.getValue().isEmpty()
                                        ? text.getKey()
                                        : "%s (%s)"
                                                .formatted(
                                                        text.getKey(),
                                                        String.join(", ", text.getValue())))
                .collect(Collectors.joining(" ; "));
    }

    /// Of a text its name alone, without which wording or part of it was read.
    private static String name(LegalText text) {
        return READ.split(text.title().in(Locale.FRENCH), 2)[0];
    }

    /// The texts of the grounds of a refusal.
    static String of(Decision.Refused refused, Version version) {
        return of(
                grounds(refused, version)
                        .flatMap(reason -> reason.law().stream())
                        .map(LegalSource::text)
                        .filter(LegalText::binding)
                        .distinct()
                        .toList());
    }

    /// Its grounds as the caseworker left them; their articles are those of the catalogue, whatever
    /// he wrote.
    static List<String> reasons(Decision.Refused refused, Version version) {
        return grounds(refused, version)
                .map(
                        reason ->
                                cited(
                                        refused.wordings()
                                                .getOrDefault(
                                                        reason.id(),
                                                        reason.wording().in(Locale.FRENCH)),
                                        reason.law()))
                .toList();
    }

    private static Stream<Reason> grounds(Decision.Refused refused, Version version) {
        return refused.reasons().stream().flatMap(id -> version.reason(id).stream());
    }

    /// The conditions of what is granted: those of the catalogue with their articles, then the
    /// caseworker's own.
    static List<String> conditions(Decision.Granted granted, Version version) {
        Extent extent = granted.extent();
        if (extent == null) {
            return List.of();
        }
        List<String> conditions = new ArrayList<>();
        version.statements(Statement.Topic.CONDITION).stream()
                .filter(condition -> extent.conditions().contains(condition.id()))
                .map(condition -> cited(condition.words().in(Locale.FRENCH), condition.law()))
                .forEach(conditions::add);
        if (!extent.further().isEmpty()) {
            conditions.add(extent.further());
        }
        return conditions;
    }

    private static String cited(String words, List<LegalSource> law) {
        return "%s (%s)"
                .formatted(
                        words,
                        law.stream().map(LegalSource::article).collect(Collectors.joining(", ")));
    }

    /// A way of contesting, and before whom.
    static String appeal(Appeal appeal) {
        return appeal.name().in(Locale.FRENCH)
                + " ("
                + appeal.before().in(Locale.FRENCH)
                + ") : "
                + appeal.statement().words().in(Locale.FRENCH);
    }
}
