package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.Comment;
import fr.gouv.workinfrance.Drawing;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `docs/dossier-life.md`: what [Move] says, drawn for people.
class DossierLifeDrawnTest {

    private static final Path DOSSIER = Path.of("src/main/java/fr/gouv/workinfrance/dossier");
    private static final Path WORDS = Path.of("src/main/resources/messages_fr.properties");

    @Test
    void the_life_of_a_dossier_is_up_to_date() throws IOException {
        Drawing.check(
                "dossier-life.md",
                Map.of(
                        "diagram", diagram(),
                        "stages", stages(),
                        "acts", acts(),
                        "relations", relations()));
    }

    private static String diagram() {
        Stream<String> moves =
                Move.TABLE.stream()
                        .filter(move -> move.to().isPresent())
                        .flatMap(
                                move ->
                                        sorted(move.from())
                                                .map(
                                                        from ->
                                                                "    %s --> %s: %s"
                                                                        .formatted(
                                                                                from,
                                                                                move.to().get(),
                                                                                move.act())));
        Stream<String> ends =
                Stream.of(Stage.Name.values())
                        .filter(
                                stage ->
                                        Move.TABLE.stream()
                                                .filter(m -> m.to().isPresent())
                                                .noneMatch(m -> m.from().contains(stage)))
                        .map(stage -> "    %s --> [*]".formatted(stage));
        return Stream.of(Stream.of("    [*] --> DRAFT"), moves, ends)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "```mermaid\nstateDiagram-v2\n", "\n```\n"));
    }

    private static String stages() throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(WORDS)) {
            words.load(reader);
        }
        return table(
                "| Stage | What the applicant reads | What it means |",
                Stream.of(Stage.Name.values())
                        .map(
                                stage ->
                                        "| `%s` | %s | %s |"
                                                .formatted(
                                                        stage,
                                                        words.getProperty("site.stage." + stage),
                                                        meaning(stage))));
    }

    private static String meaning(Stage.Name stage) {
        String record =
                Stream.of(stage.name().split("_"))
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
        return Comment.above(DOSSIER.resolve("Stage.java"), "record " + record + "(");
    }

    private static String acts() {
        return table(
                "| Act | What is done | By whom | From which stages | To |",
                Move.TABLE.stream()
                        .map(
                                move ->
                                        "| `%s` | %s | %s | %s | %s |"
                                                .formatted(
                                                        move.act(),
                                                        Comment.above(
                                                                DOSSIER.resolve("Act.java"),
                                                                move.act().name()),
                                                        names(move.by()),
                                                        names(move.from()),
                                                        move.to()
                                                                .map(to -> "`" + to + "`")
                                                                .orElse("stays"))));
    }

    private static String relations() {
        return table(
                "| Relation | Who that is |",
                Stream.of(Relation.values())
                        .map(
                                relation ->
                                        "| `%s` | %s |"
                                                .formatted(
                                                        relation,
                                                        Comment.above(
                                                                DOSSIER.resolve("Relation.java"),
                                                                relation + "("))));
    }

    private static String table(String head, Stream<String> rows) {
        return head
                + "\n"
                + head.replaceAll("[^|]+", "---")
                + rows.collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static String names(Set<? extends Enum<?>> names) {
        return sorted(names).map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static <E extends Enum<?>> Stream<E> sorted(Set<E> names) {
        return names.stream().sorted((one, other) -> one.ordinal() - other.ordinal());
    }
}
