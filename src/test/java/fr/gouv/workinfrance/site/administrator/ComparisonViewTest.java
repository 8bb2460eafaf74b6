package fr.gouv.workinfrance.site.administrator;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.review.Chapter;
import fr.gouv.workinfrance.procedure.review.Comparison;
import fr.gouv.workinfrance.procedure.review.Reading;
import fr.gouv.workinfrance.procedure.review.Small;
import fr.gouv.workinfrance.procedure.review.Trait;
import fr.gouv.workinfrance.site.Shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What a jurist reads of two versions of the small procedure.
class ComparisonViewTest {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, null, "gg.jte.generated.precompiled");

    @Test
    void a_time_limit_that_changes_is_told_in_words_beside_each_other() {
        assertThat(page("fr", Map.of("period: 2 months", "period: 3 months")))
                .contains("Délai et silence")
                .contains("1 modification")
                .containsSubsequence("Durée", "2 mois", "3 mois");
        assertThat(page("en", Map.of("period: 2 months", "period: 3 months")))
                .containsSubsequence("Length", "2 months", "3 months");
    }

    @Test
    void a_piece_that_is_new_is_said_to_be_added_and_one_that_is_gone_removed() {
        assertThat(page("fr", Map.of("id: card", "id: passport")))
                .contains("1 ajout, 1 retrait")
                .containsSubsequence("Carte", "ajouté", "selon les réponses")
                .containsSubsequence("Carte", "retiré");
    }

    @Test
    void the_words_that_change_are_marked_and_the_others_are_not() {
        assertThat(page("fr", Map.of("fr: La fin vient avant", "fr: La fin précède")))
                .containsSubsequence(
                        "La fin <del>vient avant </del>le début.",
                        "La fin <ins>précède </ins>le début.");
    }

    @Test
    void a_translation_that_alone_changes_is_told_in_its_language() {
        assertThat(page("fr", Map.of("en: In plain words", "en: In simple words")))
                .containsSubsequence(
                        "En anglais", "<span lang=\"en\">In <del>plain </del>words</span>");
    }

    @Test
    void an_option_and_an_article_are_said_to_be_new_where_they_are() {
        assertThat(
                        page(
                                "fr",
                                Map.of(
                                        "open: {",
                                        "season: {fr: Saison, en: Season}\n              open: {",
                                        "law: L2 (C)",
                                        "law: [L2 (C), L1 (A)]")))
                .containsSubsequence("Saison", "season", "(nouveau)")
                .containsSubsequence("/administration/catalogue/textes/l1", "(nouveau)");
    }

    @Test
    void two_versions_that_say_the_same_are_said_to() {
        assertThat(page("fr", Map.of())).contains("Ces deux versions disent la même chose.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void every_chapter_and_every_trait_has_its_words(String language) {
        Procedure procedure = Small.read(Map.of()).procedures().getFirst();
        Version version = procedure.versions().getFirst();
        Shell shell = shell(language);

        assertThat(
                        Arrays.stream(Chapter.values())
                                .map(it -> shell.lookup("site.catalogue.chapter." + it)))
                .doesNotContainNull();
        assertThat(
                        Arrays.stream(Trait.values())
                                .map(it -> shell.lookup("site.catalogue.trait." + it)))
                .doesNotContainNull();
        assertThat(
                        render(
                                "version",
                                language,
                                Map.of(
                                        "procedure",
                                        procedure,
                                        "version",
                                        version,
                                        "reading",
                                        Reading.of(version))))
                .contains("id=\"pieces.card\"");
    }

    @ParameterizedTest
    @MethodSource
    void every_type_of_answer_has_its_words(Class<?> type) {
        for (String language : List.of("fr", "en")) {
            assertThat(shell(language).lookup("site.catalogue.type." + type.getSimpleName()))
                    .isNotBlank();
        }
    }

    static Stream<Class<?>> every_type_of_answer_has_its_words() {
        return leaves(FieldType.class);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        Class<?> @Nullable [] permitted = type.getPermittedSubclasses();
        return permitted == null
                ? Stream.of(type)
                : Arrays.stream(permitted).flatMap(ComparisonViewTest::leaves);
    }

    private static String page(String language, Map<String, String> changes) {
        Procedure procedure = Small.read(Map.of()).procedures().getFirst();
        Version before = procedure.versions().getFirst();
        Version after = Small.with(changes);
        return render(
                "compare",
                language,
                Map.of(
                        "view",
                        new ComparisonView(
                                procedure, before, after, Comparison.of(before, after))));
    }

    private static String render(String template, String language, Map<String, Object> model) {
        StringOutput output = new StringOutput();
        Map<String, Object> parameters = new HashMap<>(model);
        parameters.put("shell", shell(language));
        TEMPLATES.render("site/administrator/" + template + ".jte", parameters, output);
        return output.toString();
    }

    private static Shell shell(String language) {
        var words = new ReloadableResourceBundleMessageSource();
        words.setBasename("classpath:messages");
        words.setDefaultEncoding("UTF-8");
        return new Shell(
                Locale.of(language),
                "/",
                "/",
                null,
                Set.of(),
                () -> "",
                false,
                false,
                false,
                words);
    }
}
