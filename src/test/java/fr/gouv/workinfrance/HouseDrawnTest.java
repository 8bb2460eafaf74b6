package fr.gouv.workinfrance;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;

import org.junit.jupiter.api.Test;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `docs/house.md`: the map of the house, drawn from what its packages say and declare.
class HouseDrawnTest {

    @Test
    void the_map_of_the_house_is_up_to_date() {
        Drawing.check("house.md", Map.of("floors", floors(), "packages", packages()));
    }

    private static String floors() {
        return Stream.of(Floor.values())
                .map(
                        floor ->
                                "%-9s %-62s %s"
                                        .formatted(
                                                floor,
                                                String.join("  ", floor.packages()),
                                                floor.meaning()))
                .collect(Collectors.joining("\n", "```\n", "\n```\n"));
    }

    private static String packages() {
        return Room.all().stream()
                .map(HouseDrawnTest::row)
                .collect(
                        Collectors.joining(
                                "\n",
                                """
                                | Package | What it does | Front doors | Asks |
                                |---|---|---|---|
                                """,
                                "\n"));
    }

    private static String row(Room room) {
        String folder = "../" + room.folder();
        return "| [`%s`](%s) | %s | %s | %s |"
                .formatted(
                        room.name(),
                        folder,
                        room.sentence(),
                        doors(room)
                                .map(door -> "[`%s`](%s/%s.java)".formatted(door, folder, door))
                                .collect(Collectors.joining(", ")),
                        room.whole() ? String.join(", ", room.uses()) : "");
    }

    /// Public classes that hold no rules: those that the frame keeps one of, and those that bear
    /// the name of many things.
    private static Stream<String> doors(Room room) {
        return HouseTest.MAIN.stream()
                .filter(type -> type.getPackageName().equals(room.packageName()))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.isTopLevelClass() && !type.isRecord() && !type.isInterface())
                .filter(
                        type ->
                                type.isAnnotatedWith(Component.class)
                                        || type.getSimpleName().endsWith("s"))
                .filter(type -> !type.isAssignableTo(EnvironmentPostProcessor.class))
                .map(JavaClass::getSimpleName)
                .sorted();
    }
}
