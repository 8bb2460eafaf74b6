package fr.gouv.workinfrance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import gg.jte.support.LocalizationSupport;

import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules of the house that no compiler keeps. `docs/decisions/2026-11-guards.md` says why.
class HouseTest {

    private static final String HOUSE = Application.class.getPackageName();
    private static final int TOO_LONG = 400;

    /// The code, without the tests.
    static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(HOUSE);

    private static final JavaClasses TESTS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                    .importPackages(HOUSE);

    // ---- walls

    @Test
    void a_package_is_asked_at_its_front_doors_alone() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void a_package_asks_those_that_it_declares_and_declares_nobody_else() throws IOException {
        SoftAssertions all = new SoftAssertions();
        for (Room room : Room.all()) {
            if (room.whole()) {
                all.assertThat(asked(room))
                        .as(room.name())
                        .containsExactlyInAnyOrderElementsOf(room.uses());
            }
        }
        all.assertAll();
    }

    @Test
    void a_call_goes_down_the_floors_never_up() {
        for (Room room : Room.all()) {
            if (room.whole()) {
                assertThat(room.uses())
                        .as(room.name())
                        .allMatch(
                                used ->
                                        Floor.of(used.replaceAll("::.*", ""))
                                                        .compareTo(room.floor())
                                                >= 0);
            }
        }
    }

    @Test
    void a_package_says_in_one_sentence_what_it_does_and_knows_where_null_may_be() {
        for (Room room : Room.all()) {
            assertThat(room.sentence()).as(room.name()).matches("\\p{Lu}[^.]+[.]");
        }
    }

    /// As `package-info` would say it: "dossier", "dossier::clock".
    private static Set<String> asked(Room room) throws IOException {
        Stream<String> inCode =
                MAIN.stream()
                        .filter(type -> room.name().equals(roomOf(type.getPackageName())))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getPackageName());
        List<String> inTemplates = new ArrayList<>();
        for (String folder : room.templates()) {
            for (Path template : files("src/main/jte/" + folder, ".*[.]jte")) {
                Pattern.compile("@import (" + HOUSE + "[.a-z]*)[.]\\p{Lu}")
                        .matcher(Files.readString(template))
                        .results()
                        .forEach(found -> inTemplates.add(found.group(1)));
            }
        }
        return Stream.concat(inCode, inTemplates.stream())
                .filter(asked -> asked.startsWith(HOUSE + "."))
                .filter(asked -> !room.name().equals(roomOf(asked)))
                .map(asked -> asked.substring(HOUSE.length() + 1).replace(".", "::"))
                .collect(Collectors.toSet());
    }

    private static String roomOf(String packageName) {
        return packageName
                .substring(Math.min(packageName.length(), HOUSE.length() + 1))
                .replaceAll("[.].*", "");
    }

    // ---- words

    @Test
    void no_class_bears_a_word_that_says_nothing() {
        Pattern empty =
                Pattern.compile(
                        ".*(Service|Manager|Impl|Helper|Utils?|Dto|Entity|Mapper|Port|Adapter)");
        for (JavaClasses all : List.of(MAIN, TESTS)) {
            noClasses().should().haveNameMatching(empty.pattern()).check(all);
        }
    }

    @Test
    void a_table_is_known_to_its_package_alone() {
        classes().that().haveSimpleNameEndingWith("Table").should().bePackagePrivate().check(MAIN);
    }

    @Test
    void sql_is_in_tables_alone() {
        noClasses()
                .that(not(within("Table")))
                // it makes databases and roles, before there is anything to keep in them
                .and(not(within("EmbeddedDatabase")))
                .should()
                .dependOnClassesThat(
                        describe(
                                "speak SQL",
                                type ->
                                        type.getPackageName()
                                                        .startsWith("org.springframework.jdbc.core")
                                                || type.isAssignableTo(Statement.class)
                                                || type.isAssignableTo(ResultSet.class)))
                .check(MAIN);
    }

    @Test
    void addresses_are_in_pages_and_pages_are_on_the_street() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .haveSimpleNameEndingWith("Pages")
                .andShould()
                .bePackagePrivate()
                .andShould(
                        be(
                                describe(
                                        "on the street",
                                        type ->
                                                Floor.STREET
                                                        .packages()
                                                        .contains(roomOf(type.getPackageName())))))
                .check(MAIN);
    }

    @Test
    void settings_are_records_known_to_their_package_alone() {
        classes()
                .that()
                .areAnnotatedWith(ConfigurationProperties.class)
                .or()
                .haveSimpleNameEndingWith("Settings")
                .should()
                .haveSimpleNameEndingWith("Settings")
                .andShould()
                .beRecords()
                .andShould()
                .bePackagePrivate()
                .andShould()
                .beAnnotatedWith(ConfigurationProperties.class)
                .check(MAIN);
    }

    @Test
    void rules_are_plain_java() {
        noClasses()
                .that(describe("are records, enums or sealed", HouseTest::holdsRules))
                .and()
                .haveSimpleNameNotEndingWith("Settings")
                // what templates are given says words
                .and()
                .areNotAssignableTo(LocalizationSupport.class)
                .and()
                .haveSimpleNameNotEndingWith("View")
                // a private record is a detail of the class around it
                .and()
                .doNotHaveModifier(JavaModifier.PRIVATE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
                .check(MAIN);
    }

    @Test
    void an_event_says_which_and_when_never_what() {
        List<JavaClass> events =
                MAIN.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(EventListener.class))
                        .flatMap(method -> method.getRawParameterTypes().stream())
                        .filter(type -> type.getPackageName().startsWith(HOUSE))
                        .toList();

        assertThat(events).isNotEmpty().allMatch(JavaClass::isRecord);
        assertThat(events)
                .flatExtracting(JavaClass::getFields)
                .extracting(JavaField::getRawType)
                .allMatch(
                        type ->
                                type.isEnum()
                                        || type.isEquivalentTo(UUID.class)
                                        || type.isEquivalentTo(Instant.class)
                                        || type.getSimpleName().endsWith("Id"));
    }

    // ---- time

    @Test
    void only_the_clock_says_what_time_it_is() {
        noClasses()
                .that()
                .areNotAssignableTo(Application.class)
                .should()
                .callMethodWhere(
                        describe(
                                "asks the machine what time it is",
                                call ->
                                        call.getTargetOwner().isAssignableTo(Clock.class)
                                                        && call.getName().startsWith("system")
                                                || call.getName().equals("now")
                                                        && call.getTargetOwner()
                                                                .getPackageName()
                                                                .equals("java.time")
                                                        && !takes(call, Clock.class)
                                                || call.getName().equals("currentTimeMillis")))
                .orShould()
                .callConstructor(Date.class)
                .check(MAIN);
    }

    @Test
    void sql_does_not_ask_the_database_what_time_it_is() throws IOException {
        Pattern asks =
                Pattern.compile(
                        "\\b((now|(clock|statement|transaction)_timestamp|timeofday)\\s*\\("
                                + "|(current|local)_?(timestamp|date|time)\\b)",
                        Pattern.CASE_INSENSITIVE);
        for (Path file : files("src/main", ".*(Table[.]java|[.]sql)")) {
            assertThat(textBlocks(file)).as(file.toString()).doesNotContainPattern(asks);
        }
    }

    private static String textBlocks(Path file) throws IOException {
        String source = Files.readString(file);
        return file.toString().endsWith(".sql")
                ? source
                : Pattern.compile("\"\"\".*?\"\"\"", Pattern.DOTALL)
                        .matcher(source)
                        .results()
                        .map(block -> block.group())
                        .collect(Collectors.joining());
    }

    // ---- size, tests and words in French

    @Test
    void no_file_is_too_long_to_be_read_at_once() throws IOException {
        for (Path file : files("src", ".*[.](java|jte|js|css)")) {
            assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThan(TOO_LONG + 1);
        }
    }

    @Test
    void tests_neither_wait_nor_pretend_nor_are_set_aside() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.mockito..")
                .check(TESTS);
        assertThat(TESTS)
                .noneMatch(type -> type.isAnnotatedWith(Disabled.class))
                .flatExtracting(JavaClass::getMethods)
                .noneMatch(method -> method.isAnnotatedWith(Disabled.class));
    }

    @Test
    void the_glossary_is_short_and_names_what_is_in_the_code() throws IOException {
        List<String> rows =
                Files.readAllLines(Path.of("docs", "glossary.md")).stream()
                        .filter(line -> line.startsWith("| `"))
                        .toList();

        assertThat(rows).hasSizeBetween(1, 40);
        for (String row : rows) {
            Pattern.compile("`(\\w+)(?:[.](\\w+))?`")
                    .matcher(row.substring(0, row.indexOf('|', 1)))
                    .results()
                    .forEach(
                            word ->
                                    assertThat(isInTheCode(word.group(1), word.group(2)))
                                            .as("%s of the glossary", word.group())
                                            .isTrue());
        }
    }

    private static boolean isInTheCode(String type, @Nullable String part) {
        return MAIN.stream()
                .filter(known -> known.getSimpleName().equals(type))
                .anyMatch(known -> part == null || declares(known, part));
    }

    /// Itself, or in one of the types within it.
    private static boolean declares(JavaClass type, String part) {
        return MAIN.stream()
                .filter(
                        inner ->
                                inner.equals(type)
                                        || inner.getEnclosingClass()
                                                .filter(type::equals)
                                                .isPresent())
                .anyMatch(
                        inner ->
                                inner.getSimpleName().equals(part)
                                        || inner.tryGetField(part).isPresent());
    }

    private static List<Path> files(String folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().matches(name)).sorted().toList();
        }
    }

    private static boolean holdsRules(JavaClass type) {
        return type.isRecord() || type.isEnum() || type.reflect().isSealed();
    }

    private static boolean takes(JavaCall<?> call, Class<?> parameter) {
        return call.getTarget().getRawParameterTypes().stream()
                .anyMatch(type -> type.isAssignableTo(parameter));
    }

    private static DescribedPredicate<JavaClass> within(String ending) {
        return describe(
                "stand in a …" + ending,
                type -> type.getName().replaceAll("[$].*", "").endsWith(ending));
    }
}
