package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Statement;
import fr.gouv.workinfrance.procedure.Statement.Topic;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.Words;
import fr.gouv.workinfrance.procedure.review.Chapter;
import fr.gouv.workinfrance.procedure.review.Clause;
import fr.gouv.workinfrance.procedure.review.Comparison;
import fr.gouv.workinfrance.procedure.review.Difference;
import fr.gouv.workinfrance.procedure.review.Said;
import fr.gouv.workinfrance.procedure.review.Trait;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the law changed in a draft since it was opened, for those who fill it.
///
/// @param opened which text opened the version that it follows now
/// @param lines what is asked otherwise of this person; none when nothing is
public record MovedView(List<Statement> opened, List<Line> lines) {

    /// One change.
    ///
    /// @param key what kind of change, the end of a message's name
    /// @param about the question or the document, or the rule as it now stands
    public record Line(String key, Words about) {}

    /// Nothing while the law is the one under which the draft was opened, or when the catalogue no
    /// longer has that one: the draft goes on under the law of the day.
    static Optional<MovedView> of(Seen seen, Procedures procedures) {
        String before = seen.dossier().procedureVersion();
        Version now = seen.version();
        if (!(seen.dossier().stage() instanceof Stage.Draft) || now.number().equals(before)) {
            return Optional.empty();
        }
        Set<Part> mine =
                Arrays.stream(Part.values()).filter(seen::fills).collect(Collectors.toSet());
        return procedures
                .procedure(seen.dossier().procedure())
                .flatMap(procedure -> procedure.version(before))
                .map(then -> Comparison.forApplicant(then, now, mine, seen.dossier().values()))
                .map(
                        comparison ->
                                new MovedView(
                                        now.statements(Topic.OPENING), lines(comparison, now)));
    }

    private static List<Line> lines(Comparison comparison, Version now) {
        List<Line> lines = new ArrayList<>();
        for (Chapter chapter : List.of(Chapter.QUESTIONS, Chapter.PIECES)) {
            for (Difference difference : comparison.in(chapter)) {
                if (difference.clause().name() instanceof Said.Told(Words words)) {
                    lines.add(new Line(key(difference), words));
                }
            }
        }
        if (!comparison.in(Chapter.TIME_LIMIT).isEmpty()) {
            lines.add(new Line("changed.TIME_LIMIT", now.timeLimit().statement().words()));
            lines.add(new Line("changed.SILENCE", now.timeLimit().silenceStatement().words()));
        }
        return List.copyOf(lines);
    }

    private static String key(Difference difference) {
        String chapter = difference.chapter().name();
        return switch (difference) {
            case Difference.Added(Clause piece) when welcome(piece) -> "added.WELCOME";
            case Difference.Added _ -> "added." + chapter;
            case Difference.Removed _ -> "removed." + chapter;
            case Difference.Changed _ -> "changed." + chapter;
        };
    }

    private static boolean welcome(Clause clause) {
        return clause.chapter() == Chapter.PIECES
                && clause.said(Trait.REQUIRED).equals(new Said.Named("required.NEVER"));
    }
}
