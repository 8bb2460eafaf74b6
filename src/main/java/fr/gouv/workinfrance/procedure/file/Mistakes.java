package fr.gouv.workinfrance.procedure.file;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The mistakes found so far in the catalogue. Reading goes on after each, so that all are told at
/// once; a part that several procedures include tells its own once.
final class Mistakes {
    private final IdentityHashMap<Node, String> files = new IdentityHashMap<>();
    private final Map<Mistake, String> found = new LinkedHashMap<>();
    private final List<Runnable> checks = new ArrayList<>();
    private String reader = "";
    private String readerFile = "";

    /// What can only be looked for in a catalogue that is right so far, and is told with the file
    /// read now.
    void whenRight(Runnable check) {
        String file = readerFile;
        String what = reader;
        checks.add(
                () -> {
                    reading(file, what);
                    check.run();
                });
    }

    /// Looks for what was left for the end, when nothing is wrong so far.
    void finish() {
        if (none()) {
            checks.forEach(Runnable::run);
        }
    }

    /// From now on, mistakes are found while this is read.
    void reading(String file, String what) {
        readerFile = file;
        reader = what;
    }

    /// A node and all it holds stand in a file.
    void stands(Node node, String file) {
        if (files.putIfAbsent(node, file) != null) {
            return;
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                stands(entry.getKeyNode(), file);
                stands(entry.getValueNode(), file);
            }
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> stands(item, file));
        }
    }

    /// A node that was made of others is told where the one it comes from stands.
    void made(Node node, Node from) {
        files.put(node, file(from));
    }

    private String file(Node node) {
        return files.getOrDefault(node, readerFile);
    }

    void at(Node node, String reason) {
        at(
                file(node),
                node.getStartMark().getLine() + 1,
                node.getStartMark().getColumn() + 1,
                reason);
    }

    void at(String file, int line, int column, String reason) {
        String included = file.equals(readerFile) || reader.isEmpty() ? "" : reader;
        found.putIfAbsent(new Mistake(file, line, column, reason), included);
    }

    boolean none() {
        return found.isEmpty();
    }

    /// By file, in the order of the lines.
    List<Mistake> all() {
        Set<Mistake> told = new HashSet<>();
        return found.entrySet().stream()
                .map(entry -> told(entry.getKey(), entry.getValue()))
                .filter(told::add)
                .sorted(
                        Comparator.comparing(Mistake::file)
                                .thenComparingInt(Mistake::line)
                                .thenComparingInt(Mistake::column))
                .toList();
    }

    private static Mistake told(Mistake mistake, String included) {
        return included.isEmpty()
                ? mistake
                : new Mistake(
                        mistake.file(),
                        mistake.line(),
                        mistake.column(),
                        mistake.reason() + " (as included by " + included + ")");
    }
}
