package fr.gouv.workinfrance.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The languages say the same things.
class MessagesTest {
    private static final Path WORDS = Path.of("src/main/resources");
    private static final Path TEMPLATES = Path.of("src/main/jte");

    /// What the administration alone reads is in French and in English: those who examine, sign or
    /// keep the catalogue work in French.
    private static final Pattern OF_THE_ADMINISTRATION =
            Pattern.compile(
                    "(site\\.(admin|catalogue|consultee|desk|decision|sign)|mail\\.opinion)"
                            + "\\..*");

    private static final Pattern FOR_THE_ADMINISTRATION =
            Pattern.compile(".*/site/(administrator|caseworker|consultee)/.*");

    private static final Pattern PLACE = Pattern.compile("\\{\\d");
    private static final Pattern ASKED =
            Pattern.compile("(?:lookup|say|localize|inFrench)\\(\"([\\w.-]+)\"");

    /// Names, words of the State's block, and words that are the same in both languages.
    private static final Map<Language, Set<String>> AS_IN_FRENCH =
            Map.of(
                    Language.ENGLISH,
                    Set.of(
                            "deed.page",
                            "deed.mandate.sign",
                            "deed.service",
                            "deed.zone.971",
                            "deed.zone.972",
                            "deed.zone.974",
                            "site.menu",
                            "site.company.documents",
                            "site.company.proof.kind",
                            "site.foot.contact",
                            "site.procedure.text.articles",
                            "site.register.kind.ASSOCIATION",
                            "site.told.contact",
                            "site.nav.administration",
                            "site.part.OFFICE",
                            "site.clock.article"),
                    Language.SPANISH,
                    Set.of());

    private static final Set<String> NAMES =
            Set.of(
                    "deed.brand.plain",
                    "deed.brand.state.1",
                    "deed.brand.state.2",
                    "deed.brand.motto",
                    "deed.siret",
                    "deed.zone.976",
                    "procedure.gap.RULE",
                    "procedure.gap.LIMIT",
                    "site.name");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FRENCH")
    void every_sentence_is_in_every_language_in_the_same_order(Language language)
            throws IOException {
        List<String> french = keys(Language.FRENCH);
        List<String> said = keys(language);
        assertThat(said).as("twice, or not in French").doesNotHaveDuplicates().isSubsetOf(french);
        List<String> needed = new ArrayList<>(french);
        needed.removeIf(key -> !said.contains(key) && spared(language).test(key));
        assertThat(said).isEqualTo(needed);
    }

    /// The pages that the administration alone reads exist in French and in English.
    private static Predicate<String> spared(Language language) {
        return language == Language.ENGLISH
                ? _ -> false
                : key -> OF_THE_ADMINISTRATION.matcher(key).matches();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FRENCH")
    void no_sentence_is_left_in_french(Language language) throws IOException {
        Map<String, String> french = words(Language.FRENCH);
        Set<String> untranslated = new TreeSet<>();
        words(language)
                .forEach(
                        (key, said) -> {
                            if (said.equals(french.get(key))) {
                                untranslated.add(key);
                            }
                        });
        untranslated.removeIf(OF_THE_ADMINISTRATION.asMatchPredicate());
        untranslated.removeAll(AS_IN_FRENCH.getOrDefault(language, Set.of()));
        assertThat(untranslated).isSubsetOf(NAMES);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FRENCH")
    void every_sentence_leaves_room_for_the_same_things(Language language) throws IOException {
        Map<String, String> french = words(Language.FRENCH);
        words(language)
                .forEach(
                        (key, said) ->
                                assertThat(places(said))
                                        .as(key)
                                        .isEqualTo(places(french.get(key))));
    }

    @Test
    void whatever_the_pages_and_the_letters_of_the_public_say_is_in_every_language()
            throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(TEMPLATES)) {
            for (Path template :
                    templates.filter(file -> file.toString().endsWith(".jte")).toList()) {
                if (!FOR_THE_ADMINISTRATION.matcher(template.toString()).matches()) {
                    ASKED.matcher(Files.readString(template))
                            .results()
                            .map(found -> found.group(1))
                            .filter(key -> !key.endsWith("."))
                            // letters to services
                            .filter(key -> !OF_THE_ADMINISTRATION.matcher(key).matches())
                            .forEach(asked::add);
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(100);
        for (Language language : Language.values()) {
            assertThat(keys(language)).as(language.code()).containsAll(asked);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "de", "fr-CA"})
    void who_reads_none_of_our_languages_is_told_in_the_one_that_binds(String tag) {
        assertThat(Language.of(Locale.forLanguageTag(tag))).isEqualTo(Language.FRENCH);
    }

    @Test
    void what_a_translation_lacks_is_said_in_french() {
        var messages = new Messages().messageSource();
        assertThat(messages.getMessage("site.home", null, Locale.of("es"))).isEqualTo("Inicio");
        assertThat(messages.getMessage("site.desk.search", null, Locale.of("es")))
                .isEqualTo("Rechercher");
    }

    private static List<String> keys(Language language) throws IOException {
        return lines(language).map(line -> line.substring(0, line.indexOf('='))).toList();
    }

    private static Map<String, String> words(Language language) throws IOException {
        Map<String, String> words = new LinkedHashMap<>();
        lines(language)
                .forEach(
                        line ->
                                words.put(
                                        line.substring(0, line.indexOf('=')),
                                        line.substring(line.indexOf('=') + 1)));
        return words;
    }

    private static Stream<String> lines(Language language) throws IOException {
        return Files.readAllLines(WORDS.resolve("messages_" + language.code() + ".properties"))
                .stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private static Set<String> places(String said) {
        return PLACE.matcher(said)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
