package fr.gouv.workinfrance.procedure.file;

import fr.gouv.workinfrance.procedure.Gazetteer;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Procedure.Aspect;
import fr.gouv.workinfrance.procedure.Procedure.NotEncoded;
import fr.gouv.workinfrance.procedure.Validity;
import fr.gouv.workinfrance.procedure.Version;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads one file of the catalogue whole.
public final class ProcedureFile {
    private final String name;
    private final Mistakes mistakes;

    private ProcedureFile(String name) {
        this.name = name;
        this.mistakes = new Mistakes(name);
    }

    /// What came out of a file.
    public sealed interface Outcome {
        /// The file is right.
        record Read(Procedure procedure) implements Outcome {}

        /// The file has mistakes, in the order of its lines.
        record Mistaken(List<Mistake> mistakes) implements Outcome {}
    }

    /// A period of one aspect, and where the file says it.
    private record Period(Aspect aspect, Validity validity, Node at) {}

    /// A version, and where the file says when it applies.
    private record Placed(Version version, Node at) {}

    /// Reads a file.
    ///
    /// @param name its name, `<id>.yaml`
    /// @param yaml its content
    /// @param gazetteer the places and nationalities its fields and conditions look up
    public static Outcome read(String name, String yaml, Gazetteer gazetteer) {
        return new ProcedureFile(name).read(yaml, gazetteer);
    }

    private Outcome read(String yaml, Gazetteer gazetteer) {
        Node root;
        try {
            root =
                    new Yaml(new SafeConstructor(new LoaderOptions()))
                            .compose(new StringReader(yaml));
        } catch (MarkedYAMLException notYaml) {
            Mark mark = notYaml.getProblemMark();
            mistakes.at(mark == null ? 1 : mark.getLine() + 1, "not YAML: " + notYaml.getProblem());
            return new Outcome.Mistaken(mistakes.all());
        }
        if (root == null) {
            mistakes.at(1, "the file is empty");
            return new Outcome.Mistaken(mistakes.all());
        }
        Procedure procedure = procedure(new Mapping(root, mistakes), gazetteer);
        return mistakes.none() ? new Outcome.Read(procedure) : new Outcome.Mistaken(mistakes.all());
    }

    private Procedure procedure(Mapping file, Gazetteer gazetteer) {
        String id = file.text("id");
        if (!id.isEmpty() && !name.equals(id + ".yaml")) {
            mistakes.at(file.at("id"), "the file is named " + name + ", not " + id + ".yaml");
        }
        LawReader law = new LawReader(mistakes);
        law.readSources(file);
        List<NotEncoded> notEncoded = new ArrayList<>();
        List<Period> silent = new ArrayList<>();
        for (Mapping of : file.mappings("not encoded")) {
            Aspect aspect = of.one("aspect", Aspect.class);
            var reason = of.words("reason");
            Validity validity = VersionReader.validity(of);
            notEncoded.add(new NotEncoded(aspect, validity, reason));
            silent.add(new Period(aspect, validity, of.node()));
        }
        List<Placed> versions = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        for (Mapping of : file.neededMappings("versions")) {
            Version version = new VersionReader(of, gazetteer, law, mistakes).read(id);
            versions.add(new Placed(version, of.at("applies")));
            if (!numbers.add(version.number())) {
                mistakes.at(of.at("number"), "there are two versions " + version.number());
            }
        }
        law.finish();
        for (Aspect aspect : Aspect.values()) {
            checkPeriods(aspect, versions, silent);
        }
        var name = file.words("name");
        var purpose = file.words("purpose");
        file.finish();
        return new Procedure(
                id,
                name,
                purpose,
                versions.stream()
                        .map(Placed::version)
                        .sorted(Comparator.comparing(version -> version.form().from()))
                        .toList(),
                List.copyOf(notEncoded));
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
