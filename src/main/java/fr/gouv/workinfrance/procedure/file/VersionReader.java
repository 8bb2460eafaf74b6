package fr.gouv.workinfrance.procedure.file;

import fr.gouv.workinfrance.procedure.Appeal;
import fr.gouv.workinfrance.procedure.Competence;
import fr.gouv.workinfrance.procedure.Competence.Where;
import fr.gouv.workinfrance.procedure.Condition;
import fr.gouv.workinfrance.procedure.ConditionCompiler;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Filer;
import fr.gouv.workinfrance.procedure.Granted;
import fr.gouv.workinfrance.procedure.Limit;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Reason;
import fr.gouv.workinfrance.procedure.Rule;
import fr.gouv.workinfrance.procedure.Spelling;
import fr.gouv.workinfrance.procedure.Statement;
import fr.gouv.workinfrance.procedure.Statement.Topic;
import fr.gouv.workinfrance.procedure.TimeLimit;
import fr.gouv.workinfrance.procedure.Validity;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.body.Exchange;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Reads one version of a procedure.
final class VersionReader {
    private final Mapping of;
    private final Mistakes mistakes;
    private final LawReader law;
    private final BodyReader bodies;
    private final FormReader form;
    private final Set<String> ids = new HashSet<>();

    VersionReader(
            Mapping of,
            ConditionCompiler compiler,
            LawReader law,
            BodyReader bodies,
            Mistakes mistakes) {
        this.of = of;
        this.mistakes = mistakes;
        this.law = law;
        this.bodies = bodies;
        this.form = new FormReader(of, compiler, mistakes);
    }

    Version read(String procedureId) {
        Mapping applies = of.mapping("applies");
        Validity formValidity = validity(applies.mapping("form"));
        Validity clock = validity(applies.mapping("clock"));
        Validity criteria = validity(applies.mapping("criteria"));
        applies.finish();
        List<Statement> told = new ArrayList<>();
        told.add(law.statement(of, "opened by", "opened-by", Topic.OPENING));
        if (of.has("worker attestation")) {
            told.add(
                    law.statement(
                            of, "worker attestation", "worker-attestation", Topic.ATTESTATION));
        }
        told.addAll(law.statements(of, "criteria", Topic.CRITERION, form::ofStatement));
        if (of.has("conditions")) {
            told.addAll(law.statements(of, "conditions", Topic.CONDITION));
        }
        told.addAll(law.statements(of, "meanwhile", Topic.MEANWHILE));
        told.addAll(law.statements(of, "afterwards", Topic.AFTERWARDS));
        told.addAll(law.statements(of, "tax", Topic.TAX));
        Version version =
                new Version(
                        procedureId,
                        of.text("number"),
                        formValidity,
                        clock,
                        criteria,
                        of.words("worker"),
                        list("filers", this::filer),
                        form.sections(),
                        rules(),
                        list("pieces", this::piece),
                        competence(),
                        timeLimit(),
                        list("reasons", this::reason),
                        list("limits", this::limit),
                        list("appeals", this::appeal),
                        exchanges(),
                        List.copyOf(told));
        of.finish();
        mistakes.whenRight(() -> form.checkReach(version));
        return version;
    }

    static Validity validity(Mapping of) {
        LocalDate from = of.date("from");
        LocalDate until = of.optionalDate("until");
        of.finish();
        return new Validity(from, until);
    }

    private <T> List<T> list(String key, Function<Mapping, T> reader) {
        List<T> all = new ArrayList<>();
        for (Mapping item : of.neededMappings(key)) {
            all.add(reader.apply(item));
            item.finish();
        }
        return List.copyOf(all);
    }

    private String id(Mapping item, String kind) {
        String id = item.text("id");
        if (!id.isEmpty() && !ids.add(kind + " " + id)) {
            mistakes.at(item.at("id"), "there are two of id '" + id + "'");
        }
        return id;
    }

    private Filer filer(Mapping item) {
        Part part = item.one("part", Part.class);
        boolean mandate = item.neededYes("mandate");
        return new Filer(part, mandate, law.statement(item, "filer." + part, Topic.FILER));
    }

    private List<Rule> rules() {
        ExampleReader examples = new ExampleReader(form.types(), mistakes);
        List<Rule> rules = new ArrayList<>();
        for (Mapping item : of.neededMappings("rules")) {
            item.need("must");
            Condition when = form.ofRule(item, "when");
            Condition must = form.ofRule(item, "must");
            examples.run(item, when, must);
            String id = id(item, "rule");
            String field = field(item, "field");
            var words = item.words("words");
            boolean blocks = item.neededYes("blocks");
            var sources = law.optionalLaw(item);
            if (must != null) {
                rules.add(new Rule(id, field, when, must, words, blocks, sources));
            }
            item.finish();
        }
        return List.copyOf(rules);
    }

    private String field(Mapping item, String key) {
        String field = item.text(key);
        if (!field.isEmpty() && !form.types().containsKey(field)) {
            mistakes.at(
                    item.at(key),
                    "unknown field '" + field + "'" + Spelling.hint(field, form.types().keySet()));
        }
        return field;
    }

    private Piece piece(Mapping item) {
        String id = id(item, "piece");
        boolean blocks = item.neededYes("blocks");
        boolean provisional = item.yes("provisional");
        if (blocks && provisional) {
            mistakes.at(item.at("blocks"), "a provisional piece blocks nobody");
        }
        Part part = item.one("part", Part.class);
        return new Piece(
                id,
                part,
                form.shownTo(item, part),
                item.words("name"),
                item.optionalWords("hint"),
                form.requirement(item, null),
                blocks,
                provisional,
                item.yes("identity"),
                sides(item),
                item.yes("named"),
                reuse(item),
                law.statement(item, "basis", "piece." + id, Topic.PIECE));
    }

    private int sides(Mapping piece) {
        int sides = piece.number("sides", 1);
        if (piece.has("sides") && sides < 2) {
            mistakes.at(piece.at("sides"), "a piece has two sides or more, or none is counted");
        }
        return Math.max(1, sides);
    }

    private Piece.@Nullable Reuse reuse(Mapping item) {
        if (!item.has("given once")) {
            return null;
        }
        Mapping reuse = item.mapping("given once");
        int months = reuse.number("months", 0);
        if (months < 1 || months > 60) {
            mistakes.at(reuse.at("months"), "say for how many months, from 1 to 60");
        }
        String until =
                reuse.has("until") ? field(reuse, "until", FieldType.Day.class, "a date") : null;
        reuse.finish();
        return new Piece.Reuse(months, until);
    }

    private Competence competence() {
        Mapping item = of.mapping("competence");
        Competence competence =
                new Competence(
                        item.text("office"),
                        where(item),
                        law.statement(item, "competence", Topic.COMPETENCE));
        item.finish();
        return competence;
    }

    private Where where(Mapping item) {
        if (item.has("everywhere") && item.neededYes("everywhere")) {
            return new Competence.Everywhere();
        }
        return item.has("country")
                ? new Competence.CountryOf(
                        field(item, "country", FieldType.CountryCode.class, "a country"))
                : new Competence.DepartmentOf(
                        field(item, "department", FieldType.DepartmentCode.class, "a département"));
    }

    /// A question of that type.
    private String field(Mapping item, String key, Class<? extends FieldType> wanted, String what) {
        String field = field(item, key);
        FieldType type = form.types().get(field);
        if (type != null && !wanted.isInstance(type)) {
            mistakes.at(item.at(key), "'" + field + "' is not " + what);
        }
        return field;
    }

    private TimeLimit timeLimit() {
        Mapping item = of.mapping("time limit");
        TimeLimit limit =
                new TimeLimit(
                        item.period("period"),
                        item.one("silence", TimeLimit.Silence.class),
                        law.statement(item, "limit", "time-limit", Topic.TIME_LIMIT),
                        law.statement(item, "meaning", "silence", Topic.SILENCE));
        item.finish();
        return limit;
    }

    private Reason reason(Mapping item) {
        return new Reason(
                id(item, "reason"), item.words("title"), item.words("wording"), law.law(item));
    }

    /// A limit has a condition with its examples, or is only told.
    private Limit limit(Mapping item) {
        String id = id(item, "limit");
        Condition when = form.ofLimit(item, "when");
        Condition must = form.ofLimit(item, "must");
        if (item.has("must")) {
            Map<String, FieldType> types = new HashMap<>(form.types());
            types.putAll(Granted.FIELDS);
            new ExampleReader(types, mistakes).run(item, when, must);
        }
        return new Limit(
                id,
                must,
                item.words("words"),
                law.statement(item, "told", "limit." + id, Topic.LIMIT).concerning(when));
    }

    /// Where one goes to court, it is said from when the time runs; elsewhere, what silence means.
    private Appeal appeal(Mapping item) {
        String id = id(item, "appeal");
        Appeal.Authority authority = item.one("authority", Appeal.Authority.class);
        boolean court = authority == Appeal.Authority.COURT;
        return new Appeal(
                id,
                item.words("name"),
                item.words("before"),
                authority,
                item.has("against")
                        ? item.one("against", Appeal.Against.class)
                        : Appeal.Against.ANY,
                item.period("within"),
                law.statement(item, "how", "appeal." + id, Topic.APPEAL),
                court ? null : reply(item.mapping("reply"), "appeal." + id + ".reply"),
                court ? starts(item.mapping("starts"), "appeal." + id) : null);
    }

    private Appeal.Reply reply(Mapping item, String id) {
        Appeal.Reply reply =
                new Appeal.Reply(
                        item.period("period"),
                        item.one("silence", Appeal.Silence.class),
                        law.statement(item, id, Topic.APPEAL));
        item.finish();
        return reply;
    }

    private Appeal.Starts starts(Mapping item, String id) {
        Appeal.Starts starts =
                new Appeal.Starts(
                        law.statement(item, "decision", id + ".decision", Topic.APPEAL),
                        law.statement(item, "silence", id + ".silence", Topic.APPEAL));
        item.finish();
        return starts;
    }

    private List<Exchange> exchanges() {
        List<Exchange> exchanges = new ArrayList<>();
        for (Mapping item : of.mappings("exchanges")) {
            id(item, "exchange");
            exchanges.add(bodies.exchange(item, form.ofStatement(item).orElse(null)));
            item.finish();
        }
        return List.copyOf(exchanges);
    }
}
