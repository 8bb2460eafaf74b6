package fr.gouv.workinfrance.procedure.review;

import fr.gouv.workinfrance.calendar.LegalPeriod;
import fr.gouv.workinfrance.procedure.Appeal;
import fr.gouv.workinfrance.procedure.Competence;
import fr.gouv.workinfrance.procedure.Competence.CountryOf;
import fr.gouv.workinfrance.procedure.Competence.DepartmentOf;
import fr.gouv.workinfrance.procedure.Competence.Everywhere;
import fr.gouv.workinfrance.procedure.Condition;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Filer;
import fr.gouv.workinfrance.procedure.LegalSource;
import fr.gouv.workinfrance.procedure.Limit;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Reason;
import fr.gouv.workinfrance.procedure.Recall;
import fr.gouv.workinfrance.procedure.Requirement;
import fr.gouv.workinfrance.procedure.Rows;
import fr.gouv.workinfrance.procedure.Rule;
import fr.gouv.workinfrance.procedure.Section;
import fr.gouv.workinfrance.procedure.Statement;
import fr.gouv.workinfrance.procedure.TimeLimit;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.Words;
import fr.gouv.workinfrance.procedure.review.Said.Named;
import fr.gouv.workinfrance.procedure.review.Said.Nothing;
import fr.gouv.workinfrance.procedure.review.Said.Pointed;
import fr.gouv.workinfrance.procedure.review.Said.Several;
import fr.gouv.workinfrance.procedure.review.Said.Told;
import fr.gouv.workinfrance.procedure.review.Said.Written;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A version, clause by clause.
///
/// @param clauses in the order of the chapters, then of the file
public record Reading(List<Clause> clauses) {

    /// Everything that a version says.
    public static Reading of(Version version) {
        List<Clause> all = new ArrayList<>();
        version.told().forEach(statement -> all.add(statement(statement)));
        version.filers().forEach(filer -> all.add(filer(filer)));
        all.add(competence(version));
        for (Section section : version.sections()) {
            all.add(section(section));
            section.fields().forEach(field -> all.add(question(field, section)));
        }
        version.pieces().forEach(piece -> all.add(piece(piece)));
        version.rules().forEach(rule -> all.add(rule(rule, version)));
        all.add(timeLimit(version.timeLimit()));
        all.add(silence(version.timeLimit()));
        version.reasons().forEach(reason -> all.add(reason(reason)));
        version.limits().forEach(limit -> all.add(limit(limit)));
        version.appeals().forEach(appeal -> all.addAll(appeal(appeal)));
        return ordered(all);
    }

    /// What a version asks of those who fill these parts, with these answers: the questions, the
    /// pieces, and how long they will wait. What depends on the answers is decided, and what is no
    /// matter of meaning (a hint, a place on a page) is left out.
    public static Reading asked(Version version, Set<Part> parts, Map<String, Object> values) {
        Map<String, Object> counted = version.counted(values);
        List<Clause> all = new ArrayList<>();
        for (Part part : Part.values()) {
            if (parts.contains(part)) {
                version.visibleFields(part, values)
                        .forEach(field -> all.add(asked(field, counted)));
            }
        }
        version.offeredPieces(values).stream()
                .filter(piece -> parts.contains(piece.part()))
                .forEach(piece -> all.add(asked(piece)));
        TimeLimit limit = version.timeLimit();
        all.add(
                new Traits()
                        .with(Trait.PERIOD, new Said.Lasting(limit.period()))
                        .with(Trait.SILENCE, new Named("silence." + limit.silence()))
                        .clause(Chapter.TIME_LIMIT, "time-limit", topic(limit.statement())));
        return ordered(all);
    }

    private static Reading ordered(List<Clause> all) {
        return new Reading(all.stream().sorted(Comparator.comparing(Clause::chapter)).toList());
    }

    /// The chapters in which it says something.
    public List<Chapter> chapters() {
        return clauses.stream().map(Clause::chapter).distinct().toList();
    }

    /// What it says about that.
    public List<Clause> in(Chapter chapter) {
        return clauses.stream().filter(clause -> clause.chapter() == chapter).toList();
    }

    /// A statement, as a clause of its own.
    static Clause statement(Statement said) {
        return new Traits()
                .with(Trait.WHEN, Said.written(said.when()))
                .law(said)
                .clause(Chapter.of(said.topic()), said.id(), topic(said));
    }

    private static Clause filer(Filer filer) {
        return new Traits()
                .with(Trait.MANDATE, yes(filer.underMandate()))
                .law(filer.statement())
                .clause(Chapter.FILERS, filer.part().name(), part(filer.part()));
    }

    private static Clause competence(Version version) {
        Competence competence = version.competence();
        Traits traits = new Traits().with(Trait.OFFICE, new Written(competence.officeKind()));
        switch (competence.where()) {
            case DepartmentOf(String field) -> traits.with(Trait.FIELD, pointed(field, version));
            case CountryOf(String field) -> traits.with(Trait.FIELD, pointed(field, version));
            case Everywhere _ -> {}
        }
        return traits.law(competence.explanation())
                .clause(Chapter.COMPETENCE, "competence", topic(competence.explanation()));
    }

    private static Clause section(Section section) {
        return new Traits()
                .with(Trait.NAME, new Told(section.title()))
                .with(Trait.WORDS, Said.told(section.intro()))
                .with(Trait.PART, part(section.part()))
                .with(Trait.SHOWN_TO, parts(section.shownTo()))
                .with(Trait.VISIBLE_WHEN, Said.written(section.visibleWhen()))
                .of(section.part())
                .clause(Chapter.SECTIONS, section.id(), new Told(section.title()));
    }

    private static Clause question(Field field, Section section) {
        return new Traits()
                .with(Trait.NAME, new Told(field.label()))
                .with(Trait.HINT, Said.told(field.hint()))
                .with(Trait.SECTION, new Pointed(section.id(), section.title()))
                .with(Trait.SHOWN_TO, fewer(field, section))
                .type(field.type())
                .required(field.required())
                .with(Trait.VISIBLE_WHEN, Said.written(field.visibleWhen()))
                .with(Trait.KNOWN_FROM, recall(field.recall()))
                .of(field.part())
                .clause(Chapter.QUESTIONS, field.id(), new Told(field.label()));
    }

    private static Said recall(@Nullable Recall recall) {
        if (recall == null) {
            return new Nothing();
        }
        List<Said> places = new ArrayList<>();
        recall.from().stream()
                .sorted()
                .map(place -> new Named("known." + place))
                .forEach(places::add);
        if (recall.until() != null) {
            places.add(new Written(recall.until()));
        }
        return new Several(places);
    }

    private static Clause asked(Field field, Map<String, Object> counted) {
        return new Traits()
                .with(Trait.NAME, new Told(field.label()))
                .type(field.type())
                .with(Trait.REQUIRED, required(field.required().holds(counted)))
                .of(field.part())
                .clause(Chapter.QUESTIONS, field.id(), new Told(field.label()));
    }

    private static Clause piece(Piece piece) {
        return new Traits()
                .with(Trait.NAME, new Told(piece.name()))
                .with(Trait.HINT, Said.told(piece.hint()))
                .with(Trait.PART, part(piece.part()))
                .with(Trait.SHOWN_TO, parts(piece.shownTo()))
                .required(piece.required())
                .with(Trait.BLOCKS, yes(piece.blocks()))
                .with(Trait.PROVISIONAL, yes(piece.provisional()))
                .with(Trait.GIVEN_ONCE, reuse(piece.reuse()))
                .of(piece.part())
                .law(piece.basis())
                .clause(Chapter.PIECES, piece.id(), new Told(piece.name()));
    }

    private static Said reuse(Piece.@Nullable Reuse reuse) {
        if (reuse == null) {
            return new Said.Nothing();
        }
        Said months = new Said.Lasting(new LegalPeriod(reuse.months(), LegalPeriod.Unit.MONTHS));
        return reuse.until() == null
                ? months
                : new Several(List.of(months, new Written(reuse.until())));
    }

    private static Clause asked(Piece piece) {
        return new Traits()
                .with(Trait.NAME, new Told(piece.name()))
                .with(Trait.HINT, Said.told(piece.hint()))
                .with(Trait.REQUIRED, required(!piece.welcome()))
                .with(Trait.BLOCKS, yes(piece.blocks()))
                .of(piece.part())
                .clause(Chapter.PIECES, piece.id(), new Told(piece.name()));
    }

    private static Clause rule(Rule rule, Version version) {
        Pointed field = pointed(rule.field(), version);
        return new Traits()
                .with(Trait.FIELD, field)
                .with(Trait.WHEN, Said.written(rule.when()))
                .with(Trait.MUST, Said.written(rule.must()))
                .with(Trait.BLOCKS, yes(rule.blocks()))
                .law(rule.words(), rule.law())
                .clause(Chapter.RULES, rule.id(), field);
    }

    private static Clause timeLimit(TimeLimit limit) {
        return new Traits()
                .with(Trait.PERIOD, new Said.Lasting(limit.period()))
                .law(limit.statement())
                .clause(Chapter.TIME_LIMIT, limit.statement().id(), topic(limit.statement()));
    }

    private static Clause silence(TimeLimit limit) {
        Statement said = limit.silenceStatement();
        return new Traits()
                .with(Trait.SILENCE, new Named("silence." + limit.silence()))
                .law(said)
                .clause(Chapter.TIME_LIMIT, said.id(), topic(said));
    }

    private static Clause reason(Reason reason) {
        return new Traits()
                .with(Trait.NAME, new Told(reason.title()))
                .law(reason.wording(), reason.law())
                .clause(Chapter.REASONS, reason.id(), new Told(reason.title()));
    }

    private static Clause limit(Limit limit) {
        return new Traits()
                .with(Trait.WARNING, new Told(limit.words()))
                .with(Trait.WHEN, Said.written(limit.statement().when()))
                .with(Trait.MUST, Said.written(limit.must()))
                .law(limit.statement())
                .clause(Chapter.LIMITS, limit.id(), topic(limit.statement()));
    }

    private static List<Clause> appeal(Appeal appeal) {
        List<Clause> all = new ArrayList<>();
        all.add(
                new Traits()
                        .with(Trait.NAME, new Told(appeal.name()))
                        .with(Trait.BEFORE, new Told(appeal.before()))
                        .with(Trait.PERIOD, new Said.Lasting(appeal.within()))
                        .law(appeal.statement())
                        .clause(Chapter.APPEALS, appeal.id(), new Told(appeal.name())));
        for (Statement more : appeal.further()) {
            Traits traits = new Traits();
            if (appeal.reply() != null) {
                traits.with(Trait.PERIOD, new Said.Lasting(appeal.reply().period()))
                        .with(Trait.SILENCE, new Named("silence." + appeal.reply().silence()));
            }
            all.add(traits.law(more).clause(Chapter.APPEALS, more.id(), new Told(appeal.name())));
        }
        return all;
    }

    private static Said topic(Statement statement) {
        return new Named("topic." + statement.topic());
    }

    private static Pointed pointed(String field, Version version) {
        return new Pointed(
                field, version.field(field).map(Field::label).orElse(new Words(field, field)));
    }

    private static Said part(Part part) {
        return new Named("part." + part);
    }

    private static Said parts(Set<Part> parts) {
        return parts.isEmpty()
                ? new Named("shown.NOBODY")
                : new Several(parts.stream().sorted().map(Reading::part).toList());
    }

    private static Said fewer(Field field, Section section) {
        return field.shownTo().equals(section.shownTo()) ? new Nothing() : parts(field.shownTo());
    }

    private static Said yes(boolean yes) {
        return new Named(yes ? "yes" : "no");
    }

    private static Said required(boolean required) {
        return new Named(required ? "required.ALWAYS" : "required.NEVER");
    }

    /// What a clause says, as it is gathered.
    private static final class Traits {
        private final Map<Trait, Said> traits = new EnumMap<>(Trait.class);
        private List<LegalSource> law = List.of();
        private @Nullable Part part;

        Traits with(Trait trait, Said said) {
            if (!said.nothing()) {
                traits.put(trait, said);
            }
            return this;
        }

        Traits of(Part whose) {
            part = whose;
            return this;
        }

        Traits type(FieldType type) {
            with(Trait.TYPE, new Named("type." + type.getClass().getSimpleName()));
            switch (type) {
                case FieldType.Text(int max) -> with(Trait.EXTENT, upTo(max));
                case FieldType.LongText(int max) -> with(Trait.EXTENT, upTo(max));
                case FieldType.Whole(long min, long max) ->
                        with(Trait.EXTENT, new Written(min + " – " + max));
                case FieldType.Percentage(long min, long max) ->
                        with(Trait.EXTENT, new Written(min + " – " + max));
                case FieldType.Choice _, FieldType.Money _, FieldType.Hours _ ->
                        with(
                                Trait.OPTIONS,
                                new Several(
                                        type.options().stream()
                                                .map(option -> (Said) new Said.Offered(option))
                                                .toList()));
                case Rows(var columns, int max) -> {
                    with(Trait.EXTENT, upTo(max));
                    with(
                            Trait.OPTIONS,
                            new Several(
                                    columns.stream()
                                            .map(column -> (Said) new Told(column.label()))
                                            .toList()));
                }
                // what else a type offers is reference data, the same in all versions
                default -> {}
            }
            return this;
        }

        private static Said upTo(int max) {
            return new Written("≤ " + max);
        }

        Traits required(Requirement required) {
            return switch (required) {
                case Requirement.Always _ -> with(Trait.REQUIRED, Reading.required(true));
                case Requirement.Never _ -> with(Trait.REQUIRED, Reading.required(false));
                case Requirement.When(Condition condition) ->
                        with(Trait.REQUIRED, new Named("required.WHEN"))
                                .with(Trait.REQUIRED_WHEN, Said.written(condition));
            };
        }

        Traits law(Statement statement) {
            return law(statement.words(), statement.law());
        }

        /// A note is of the statement, though each of its sources carries it.
        Traits law(Words words, List<LegalSource> sources) {
            law = sources;
            with(Trait.WORDS, new Told(words));
            if (!sources.isEmpty()) {
                with(
                        Trait.LAW,
                        new Several(
                                sources.stream()
                                        .map(source -> (Said) new Said.Cited(source))
                                        .toList()));
                with(Trait.NOTE, Said.told(sources.getFirst().note()));
            }
            return this;
        }

        Clause clause(Chapter chapter, String id, Said name) {
            return new Clause(chapter, id, name, part, Collections.unmodifiableMap(traits), law);
        }
    }
}
