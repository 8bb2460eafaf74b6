package fr.gouv.workinfrance.procedure.file;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

import java.io.StringReader;
import java.util.Optional;

/// One YAML file of the catalogue, before anything is made of it.
///
/// @param name where it stands among the resources, "catalogue/parts/employer.yaml"
/// @param root what it holds
record Sheet(String name, Node root) {
    private static final int ALIASES = 10_000;

    /// Composes a file; nothing when it is no YAML, which is told.
    static Optional<Sheet> of(String name, String yaml, Mistakes mistakes) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(ALIASES);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
            if (root == null) {
                mistakes.at(name, 1, 1, "the file is empty");
                return Optional.empty();
            }
            mistakes.stands(root, name);
            return Optional.of(new Sheet(name, root));
        } catch (MarkedYAMLException notYaml) {
            Mark mark = notYaml.getProblemMark();
            mistakes.at(
                    name,
                    mark == null ? 1 : mark.getLine() + 1,
                    mark == null ? 1 : mark.getColumn() + 1,
                    "not YAML: " + notYaml.getProblem());
            return Optional.empty();
        }
    }
}
