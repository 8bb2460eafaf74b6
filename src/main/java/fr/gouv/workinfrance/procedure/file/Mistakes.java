package fr.gouv.workinfrance.procedure.file;

import org.yaml.snakeyaml.nodes.Node;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The mistakes found so far in one file. Reading goes on after each, so that all are told at once.
final class Mistakes {
    private final String file;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(String file) {
        this.file = file;
    }

    void at(Node node, String reason) {
        at(line(node), reason);
    }

    void at(int line, String reason) {
        found.add(new Mistake(file, line, reason));
    }

    boolean none() {
        return found.isEmpty();
    }

    /// In the order of the lines.
    List<Mistake> all() {
        return found.stream().sorted(Comparator.comparingInt(Mistake::line)).toList();
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
