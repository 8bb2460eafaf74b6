package fr.gouv.workinfrance;

import org.springframework.modulith.ApplicationModule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// A package of the house, as its sources tell it.
///
/// @param name within the root package: "dossier", "dossier.clock"
record Room(String name) {

    private static final Path SOURCES = Path.of("src/main/java/fr/gouv/workinfrance");

    /// Every package but the root, from the top floor to the cellar.
    static List<Room> all() {
        try (var folders = Files.walk(SOURCES)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(SOURCES))
                    .map(folder -> SOURCES.relativize(folder).toString().replace('/', '.'))
                    .map(Room::new)
                    .sorted(Comparator.comparing(Room::floor).thenComparing(Room::place))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether its walls are kept: a sub-package is a part of a room.
    boolean whole() {
        return !name.contains(".");
    }

    Floor floor() {
        return Floor.of(whole() ? name : name.substring(0, name.indexOf('.')));
    }

    String packageName() {
        return Application.class.getPackageName() + "." + name;
    }

    Path folder() {
        return SOURCES.resolve(name.replace('.', '/'));
    }

    /// What it does: the first paragraph of its `package-info`.
    String sentence() {
        return Comment.above(folder().resolve("package-info.java"), "@NullMarked");
    }

    /// The packages at whose front doors it may ask.
    List<String> uses() {
        try {
            return List.of(
                    Class.forName(packageName() + ".package-info")
                            .getAnnotation(ApplicationModule.class)
                            .allowedDependencies());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The folders of `src/main/jte` that are its own; letters belong to whoever sends them.
    List<String> templates() {
        return switch (name) {
            case "site" -> List.of("site", "layout", "dsfr");
            case "demo", "deed" -> List.of(name);
            default -> List.of();
        };
    }

    private String place() {
        int place = floor().packages().indexOf(name.replaceAll("[.].*", ""));
        return place + name;
    }
}
