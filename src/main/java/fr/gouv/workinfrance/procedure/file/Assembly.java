package fr.gouv.workinfrance.procedure.file;

import fr.gouv.workinfrance.procedure.Spelling;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts together what a version says itself, the shared parts it includes, and the version it is
/// like.
///
/// One rule for both: what is not said stays; a list of things with an `id` is merged by id, a new
/// one being appended, or placed `after` another; everything else is replaced; `without` takes out
/// a `key`, or `list.id`. Filers have no id: their `part` is one.
final class Assembly {
    private static final String INCLUDE = "include";
    private static final String WITHOUT = "without";
    private static final String AFTER = "after";
    private static final String LIKE = "like";
    private static final Set<String> OURS = Set.of(INCLUDE, WITHOUT);

    /// What a version never takes from the one it is like.
    private static final Set<String> OWN = Set.of("number", "applies", "opened by");

    private final Map<String, Node> parts;
    private final Mistakes mistakes;
    private final Set<String> included = new HashSet<>();

    Assembly(Map<String, Node> parts, Mistakes mistakes) {
        this.parts = parts;
        this.mistakes = mistakes;
    }

    /// The shared parts of some files, by name: their first keys.
    static Map<String, Node> parts(List<Sheet> sheets, Mistakes mistakes) {
        Map<String, Node> parts = new LinkedHashMap<>();
        for (Sheet sheet : sheets) {
            if (!(sheet.root() instanceof MappingNode names)) {
                mistakes.at(sheet.root(), "expected the names of parts");
                continue;
            }
            for (NodeTuple entry : names.getValue()) {
                String name = scalar(entry.getKeyNode()).orElse("");
                if (parts.putIfAbsent(name, entry.getValueNode()) != null) {
                    mistakes.at(entry.getKeyNode(), "there are two parts '" + name + "'");
                }
            }
        }
        return parts;
    }

    /// Reports the parts that nothing includes.
    void finish() {
        parts.forEach(
                (name, node) -> {
                    if (!included.contains(name)) {
                        mistakes.at(node, "nothing includes the part '" + name + "'");
                    }
                });
    }

    /// A version, whole.
    ///
    /// @param version as written
    /// @param earlier the versions above it in the file, whole, by number
    /// @return nothing when it is like a version that is not there, which is told
    Optional<Node> version(Node version, Map<String, Node> earlier) {
        Node whole = assembled(version, Set.of());
        if (!(whole instanceof MappingNode said)) {
            return Optional.of(whole);
        }
        Optional<Node> like = value(said, LIKE);
        if (like.isEmpty()) {
            return Optional.of(whole);
        }
        Node base = earlier.get(scalar(like.get()).orElse(""));
        if (!(base instanceof MappingNode model)) {
            mistakes.at(
                    like.get(),
                    "'like' names no version above: '" + scalar(like.get()).orElse("") + "'");
            return Optional.empty();
        }
        List<NodeTuple> kept =
                model.getValue().stream().filter(entry -> !OWN.contains(key(entry))).toList();
        return Optional.of(overlay(mapping(kept, model), bare(said, LIKE)));
    }

    /// A node in which each `include` has given way to its part.
    private Node assembled(Node node, Set<String> open) {
        return switch (node) {
            case SequenceNode list -> assembled(list, "", open);
            case MappingNode mapping ->
                    value(mapping, INCLUDE)
                            .map(name -> included(mapping, name, open))
                            .orElseGet(() -> within(mapping, open));
            default -> node;
        };
    }

    private MappingNode within(MappingNode mapping, Set<String> open) {
        List<NodeTuple> entries = new ArrayList<>();
        for (NodeTuple entry : mapping.getValue()) {
            Node value =
                    entry.getValueNode() instanceof SequenceNode list
                            ? assembled(list, key(entry), open)
                            : assembled(entry.getValueNode(), open);
            entries.add(new NodeTuple(entry.getKeyNode(), value));
        }
        return mapping(entries, mapping);
    }

    /// A list with its parts in their places. What it says itself of a thing that a part brought
    /// goes on top of it.
    private Node assembled(SequenceNode list, String key, Set<String> open) {
        List<Node> items = new ArrayList<>();
        boolean parted = false;
        for (Node item : list.getValue()) {
            Node whole = assembled(item, open);
            boolean part =
                    item instanceof MappingNode mapping && value(mapping, INCLUDE).isPresent();
            if (part && whole instanceof SequenceNode several) {
                items.addAll(several.getValue());
            } else if (!part && parted && id(whole, key).isPresent()) {
                merge(items, (MappingNode) whole, key);
            } else {
                items.add(whole);
            }
            parted |= part;
        }
        return sequence(items, list);
    }

    /// A part, with what the place that includes it says on top.
    private Node included(MappingNode place, Node name, Set<String> open) {
        String part = scalar(name).orElse("");
        Node found = parts.get(part);
        if (found == null || open.contains(part)) {
            mistakes.at(
                    name,
                    found == null
                            ? "unknown part '" + part + "'" + Spelling.hint(part, parts.keySet())
                            : "the part '" + part + "' includes itself");
            return within(mapping(others(place), place), open);
        }
        included.add(part);
        Set<String> inside = new HashSet<>(open);
        inside.add(part);
        Node whole = assembled(found, inside);
        if (whole instanceof MappingNode one) {
            return overlay(one, within(place, open));
        }
        if (!(whole instanceof SequenceNode several)) {
            mistakes.at(found, "a part is one thing or a list of things");
            return whole;
        }
        if (place.getValue().stream().anyMatch(entry -> !OURS.contains(key(entry)))) {
            mistakes.at(place, "'" + part + "' is a list: only 'without' may go with it");
        }
        List<Node> items = new ArrayList<>(several.getValue());
        for (Node out : paths(place)) {
            String id = scalar(out).orElse("");
            if (!items.removeIf(item -> id(item, "").filter(id::equals).isPresent())) {
                mistakes.at(out, "'" + part + "' has no '" + id + "'");
            }
        }
        return sequence(items, several);
    }

    private static List<NodeTuple> others(MappingNode place) {
        return place.getValue().stream().filter(entry -> !OURS.contains(key(entry))).toList();
    }

    /// What is said, over what stays.
    private MappingNode overlay(MappingNode base, MappingNode said) {
        if (others(said).isEmpty() && paths(said).isEmpty()) {
            return base;
        }
        Map<String, NodeTuple> entries = new LinkedHashMap<>();
        base.getValue().forEach(entry -> entries.put(key(entry), entry));
        paths(said).forEach(path -> takeOut(entries, path));
        for (NodeTuple entry : others(said)) {
            String key = key(entry);
            NodeTuple stays = entries.get(key);
            entries.put(
                    key,
                    stays == null
                            ? entry
                            : new NodeTuple(
                                    entry.getKeyNode(),
                                    merged(stays.getValueNode(), entry.getValueNode(), key)));
        }
        return mapping(List.copyOf(entries.values()), said);
    }

    private void takeOut(Map<String, NodeTuple> entries, Node path) {
        String text = scalar(path).orElse("");
        int dot = text.indexOf('.');
        String key = dot < 0 ? text : text.substring(0, dot);
        NodeTuple entry = entries.get(key);
        boolean found = entry != null;
        if (entry != null && dot < 0) {
            entries.remove(key);
        } else if (entry != null && entry.getValueNode() instanceof SequenceNode list) {
            String id = text.substring(dot + 1);
            List<Node> items = new ArrayList<>(list.getValue());
            found = items.removeIf(item -> id(item, key).filter(id::equals).isPresent());
            entries.put(key, new NodeTuple(entry.getKeyNode(), sequence(items, list)));
        }
        if (!found) {
            mistakes.at(path, "there is no '" + text + "' to take out");
        }
    }

    private Node merged(Node stays, Node said, String key) {
        boolean lists = stays instanceof SequenceNode && said instanceof SequenceNode;
        if (!lists) {
            return said;
        }
        List<Node> saidItems = ((SequenceNode) said).getValue();
        List<Node> items = new ArrayList<>(((SequenceNode) stays).getValue());
        boolean named =
                !saidItems.isEmpty()
                        && saidItems.stream().allMatch(item -> id(item, key).isPresent())
                        && items.stream().allMatch(item -> id(item, key).isPresent());
        if (!named) {
            return said;
        }
        for (Node item : saidItems) {
            merge(items, (MappingNode) item, key);
        }
        return sequence(items, said);
    }

    private void merge(List<Node> items, MappingNode item, String key) {
        int at = indexOf(items, id(item, key).orElse(""), key);
        Optional<Node> after = value(item, AFTER);
        if (at >= 0) {
            MappingNode whole = overlay((MappingNode) items.get(at), item);
            items.set(at, after.isPresent() ? bare(whole, AFTER) : whole);
        }
        if (after.isEmpty()) {
            if (at < 0) {
                items.add(item);
            }
            return;
        }
        Node placed = at < 0 ? bare(item, AFTER) : items.remove(at);
        int before = indexOf(items, scalar(after.get()).orElse(""), key);
        if (before < 0) {
            mistakes.at(after.get(), "'after' names nothing of this list");
        }
        items.add(before < 0 ? items.size() : before + 1, placed);
    }

    private MappingNode bare(MappingNode item, String key) {
        return mapping(
                item.getValue().stream().filter(entry -> !key(entry).equals(key)).toList(), item);
    }

    private static int indexOf(List<Node> items, String id, String key) {
        for (int index = 0; index < items.size(); index++) {
            if (id(items.get(index), key).filter(id::equals).isPresent()) {
                return index;
            }
        }
        return -1;
    }

    private static List<Node> paths(MappingNode said) {
        return value(said, WITHOUT)
                .map(value -> value instanceof SequenceNode list ? list.getValue() : List.of(value))
                .orElse(List.of());
    }

    private static Optional<String> id(Node item, String list) {
        return item instanceof MappingNode mapping
                ? value(mapping, list.equals("filers") ? "part" : "id").flatMap(Assembly::scalar)
                : Optional.empty();
    }

    private static Optional<Node> value(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(entry -> key(entry).equals(key))
                .findFirst()
                .map(NodeTuple::getValueNode);
    }

    private static String key(NodeTuple entry) {
        return scalar(entry.getKeyNode()).orElse("");
    }

    private static Optional<String> scalar(Node node) {
        return node instanceof ScalarNode scalar
                ? Optional.of(scalar.getValue().strip())
                : Optional.empty();
    }

    private MappingNode mapping(List<NodeTuple> entries, Node from) {
        MappingNode made =
                new MappingNode(
                        Tag.MAP,
                        true,
                        entries,
                        from.getStartMark(),
                        from.getEndMark(),
                        DumperOptions.FlowStyle.BLOCK);
        mistakes.made(made, from);
        return made;
    }

    private SequenceNode sequence(List<Node> items, Node from) {
        SequenceNode made =
                new SequenceNode(
                        Tag.SEQ,
                        true,
                        items,
                        from.getStartMark(),
                        from.getEndMark(),
                        DumperOptions.FlowStyle.BLOCK);
        mistakes.made(made, from);
        return made;
    }
}
