package fr.gouv.workinfrance.procedure.file;

import fr.gouv.workinfrance.procedure.ConditionCompiler;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Procedure.Aspect;
import fr.gouv.workinfrance.procedure.Procedure.NotEncoded;
import fr.gouv.workinfrance.procedure.Statement.Topic;
import fr.gouv.workinfrance.procedure.Transition;
import fr.gouv.workinfrance.procedure.Validity;
import fr.gouv.workinfrance.procedure.Version;

import org.yaml.snakeyaml.nodes.Node;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one file of `procedures/` whole.
final class ProcedureReader {
    private final Sheet sheet;
    private final LawReader law;
    private final Assembly assembly;
    private final ConditionCompiler compiler;
    private final BodyReader bodies;
    private final Mistakes mistakes;

    ProcedureReader(
            Sheet sheet,
            LawReader law,
            Assembly assembly,
            ConditionCompiler compiler,
            BodyReader bodies,
            Mistakes mistakes) {
        this.sheet = sheet;
        this.law = law;
        this.assembly = assembly;
        this.compiler = compiler;
        this.bodies = bodies;
        this.mistakes = mistakes;
    }

    /// A period of one aspect, and where the file says it.
    private record Period(Aspect aspect, Validity validity, Node at) {}

    /// A version, and where the file says when it applies.
    private record Placed(Version version, Node at) {}

    Procedure read() {
        Mapping file = new Mapping(sheet.root(), mistakes);
        String id = file.text("id");
        mistakes.reading(sheet.name(), id);
        String named = sheet.name().replaceFirst(".*/", "");
        if (!id.isEmpty() && !named.equals(id + ".yaml")) {
            mistakes.at(file.at("id"), "the file is named " + named + ", not " + id + ".yaml");
        }
        List<NotEncoded> notEncoded = new ArrayList<>();
        List<Period> silent = new ArrayList<>();
        for (Mapping of : file.mappings("not encoded")) {
            Aspect aspect = of.one("aspect", Aspect.class);
            var reason = of.words("reason");
            Validity validity = VersionReader.validity(of);
            notEncoded.add(new NotEncoded(aspect, validity, reason));
            silent.add(new Period(aspect, validity, of.node()));
        }
        List<Placed> versions = versions(file, id);
        if (versions.size() == file.mappings("versions").size()) {
            Arrays.stream(Aspect.values())
                    .forEach(aspect -> checkPeriods(aspect, versions, silent));
        }
        var name = file.words("name");
        var purpose = file.words("purpose");
        var transitions = transitions(file, versions);
        file.finish();
        return new Procedure(
                id,
                name,
                purpose,
                versions.stream()
                        .map(Placed::version)
                        .sorted(Comparator.comparing(version -> version.form().from()))
                        .toList(),
                List.copyOf(notEncoded),
                transitions);
    }

    private List<Placed> versions(Mapping file, String id) {
        List<Placed> versions = new ArrayList<>();
        Map<String, Node> whole = new LinkedHashMap<>();
        for (Mapping written : file.neededMappings("versions")) {
            String number = written.text("number");
            mistakes.reading(sheet.name(), id + ", version " + number);
            Optional<Node> found = assembly.version(written.node(), whole);
            if (found.isEmpty()) {
                continue;
            }
            Node assembled = found.get();
            Mapping of = new Mapping(assembled, mistakes);
            Version version = new VersionReader(of, compiler, law, bodies, mistakes).read(id);
            versions.add(new Placed(version, written.at("applies")));
            if (whole.put(number, assembled) != null) {
                mistakes.at(written.at("number"), "there are two versions " + number);
            }
        }
        mistakes.reading(sheet.name(), id);
        return versions;
    }

    private List<Transition> transitions(Mapping file, List<Placed> versions) {
        List<Transition> transitions = new ArrayList<>();
        for (Mapping of : file.mappings("transitions")) {
            String number = of.text("criteria of");
            if (versions.stream().noneMatch(one -> one.version().number().equals(number))) {
                mistakes.at(of.at("criteria of"), "there is no version " + number);
            }
            transitions.add(
                    new Transition(
                            of.date("deposited until"),
                            of.date("decided from"),
                            number,
                            law.statement(of, "transition." + number, Topic.TRANSITION)));
            of.finish();
        }
        return List.copyOf(transitions);
    }

    /// On each day at most one version answers, and a hole is never silent.
    private void checkPeriods(Aspect aspect, List<Placed> versions, List<Period> silent) {
        List<Period> periods =
                new ArrayList<>(
                        silent.stream().filter(period -> period.aspect() == aspect).toList());
        versions.forEach(
                placed ->
                        periods.add(new Period(aspect, aspect.of(placed.version()), placed.at())));
        periods.sort(Comparator.comparing(period -> period.validity().from()));
        for (int index = 0; index < periods.size(); index++) {
            Validity here = periods.get(index).validity();
            Node at = periods.get(index).at();
            LocalDate until = here.until();
            if (until != null && until.isBefore(here.from())) {
                mistakes.at(at, aspect + ": ends on " + until + ", before it begins");
            } else if (index > 0) {
                checkFollows(aspect, periods.get(index - 1).validity(), here, at);
            }
        }
    }

    private void checkFollows(Aspect aspect, Validity before, Validity here, Node at) {
        LocalDate end = before.until();
        if (before.meets(here)) {
            mistakes.at(at, aspect + ": two versions answer on " + here.from());
        } else if (end != null && !end.plusDays(1).equals(here.from())) {
            mistakes.at(
                    at,
                    aspect
                            + ": nothing answers from "
                            + end.plusDays(1)
                            + "; add a version or say 'not encoded'");
        }
    }
}
