package fr.gouv.workinfrance.site.visitor;

import fr.gouv.workinfrance.calendar.LegalPeriod;
import fr.gouv.workinfrance.procedure.Confidence;
import fr.gouv.workinfrance.procedure.LegalSource;
import fr.gouv.workinfrance.procedure.LegalText;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Procedure.Aspect;
import fr.gouv.workinfrance.procedure.Procedure.NotEncoded;
import fr.gouv.workinfrance.procedure.Requirement;
import fr.gouv.workinfrance.procedure.Section;
import fr.gouv.workinfrance.procedure.Statement;
import fr.gouv.workinfrance.procedure.Statement.Topic;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.Words;
import fr.gouv.workinfrance.site.Shell;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A procedure as everyone reads it, as the law stands on a day.
///
/// @param version of its form on that day; none when nothing is written for it
/// @param clock whose time limit is that of that day; none when nothing is written for it
public record ProcedureView(
        Procedure procedure, @Nullable Version version, @Nullable Version clock, LocalDate today) {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int WIDE = 6;

    static ProcedureView of(Procedure procedure, LocalDate today) {
        return new ProcedureView(
                procedure,
                procedure.on(Aspect.FORM, today).orElse(null),
                procedure.on(Aspect.CLOCK, today).orElse(null),
                today);
    }

    /// A text that carries what the page says, and its articles that do.
    public record Cited(Words title, URI url, LocalDate readOn, SortedSet<String> articles) {}

    /// Why nothing is written for today.
    public Optional<Words> silence() {
        return procedure.silent(Aspect.FORM, today).map(NotEncoded::reason);
    }

    /// The first day after today for which a form is written.
    public Optional<LocalDate> opens() {
        return procedure.versions().stream()
                .map(one -> one.form().from())
                .filter(day -> day.isAfter(today))
                .min(Comparator.naturalOrder());
    }

    /// What the catalogue says on one topic.
    public List<Statement> said(Topic topic) {
        return version == null ? List.of() : version.statements(topic);
    }

    /// Those parts that have something to bring, in the order of the pieces.
    public List<Part> parts() {
        return version == null
                ? List.of()
                : version.pieces().stream().map(Piece::part).distinct().toList();
    }

    public List<Piece> pieces(Part part) {
        return version == null
                ? List.of()
                : version.pieces().stream().filter(piece -> piece.part() == part).toList();
    }

    /// Whether the official list of the pieces has still to be read.
    public boolean provisional() {
        return version != null && version.pieces().stream().anyMatch(Piece::provisional);
    }

    /// The pages of the form that this part fills.
    public List<Section> sections(Part part) {
        return version == null
                ? List.of()
                : version.sections().stream().filter(page -> page.part() == part).toList();
    }

    /// What a page of the form asks, in a line.
    public String asked(Section section, Shell shell) {
        return section.fields().stream()
                .map(field -> shell.say(field.label()))
                .collect(Collectors.joining(shell.semicolon()));
    }

    /// The message that says when a piece is asked for; empty when it always is.
    public static String when(Piece piece) {
        return switch (piece.required()) {
            case Requirement.Always _ -> "";
            case Requirement.When _ -> "site.procedure.sometimes";
            case Requirement.Never _ -> "site.procedure.welcome";
        };
    }

    /// "2 mois"
    public static String period(LegalPeriod period, Shell shell) {
        return shell.say(
                "site.period." + period.unit().name().toLowerCase(Locale.ROOT), period.amount());
    }

    /// "L5221-5, R5221-7, accord franco-algérien"
    public static String cited(List<LegalSource> law) {
        return law.stream().map(LegalSource::article).collect(Collectors.joining(", "));
    }

    /// "L5221-5, R5221-7 (texte officiel lu) ; accord franco-algérien (source secondaire)"
    public static String read(List<LegalSource> law, Shell shell) {
        Map<Confidence, List<String>> articles = new TreeMap<>();
        for (LegalSource source : law) {
            articles.computeIfAbsent(source.confidence(), _ -> new ArrayList<>())
                    .add(source.article());
        }
        return articles.entrySet().stream()
                .map(
                        one ->
                                String.join(", ", one.getValue())
                                        + " ("
                                        + shell.lookup("site.confidence." + one.getKey().name())
                                        + ")")
                .collect(Collectors.joining(shell.semicolon()));
    }

    /// "R5221-6" comes before "R5221-14".
    private static String inOrder(String article) {
        return NUMBER.matcher(article)
                .replaceAll(
                        found ->
                                "0".repeat(Math.max(0, WIDE - found.group().length()))
                                        + found.group());
    }

    /// The texts cited, each once, in the order in which the page cites them.
    public Collection<Cited> texts() {
        Map<List<Object>, Cited> texts = new LinkedHashMap<>();
        for (LegalSource source : law()) {
            LegalText text = source.text();
            texts.computeIfAbsent(
                            List.of(text.title(), text.url(), text.readOn()),
                            _ ->
                                    new Cited(
                                            text.title(),
                                            text.url(),
                                            text.readOn(),
                                            new TreeSet<>(
                                                    Comparator.comparing(ProcedureView::inOrder))))
                    .articles()
                    .add(text.article());
        }
        return texts.values();
    }

    /// The day since which all its texts have been read.
    public Optional<LocalDate> checkedOn() {
        return law().stream().map(source -> source.text().readOn()).min(Comparator.naturalOrder());
    }

    private List<LegalSource> law() {
        return version == null
                ? List.of()
                : version.statements().stream()
                        .flatMap(statement -> statement.law().stream())
                        .toList();
    }
}
