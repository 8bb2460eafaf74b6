package fr.gouv.workinfrance.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.procedure.review.Translation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The catalogue says the same things in every language.
class CatalogueTranslatedTest {

    @Test
    void every_text_is_in_every_language_and_none_is_left_over() {
        assertThat(Catalogue.untranslated())
                .as("mend catalogue/languages: French text, then its translation")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FRENCH", "ENGLISH"})
    void no_text_is_left_in_french_nor_has_other_figures_or_months(Language language) {
        Map<String, String> texts =
                new Yaml()
                        .load(
                                Catalogue.files()
                                        .get("catalogue/languages/" + language.code() + ".yaml"));
        List<String> doubts = new ArrayList<>();
        texts.forEach(
                (fr, said) ->
                        Translation.doubts(new Words(fr, fr).with(language, said), language)
                                .forEach(doubt -> doubts.add(doubt + ": " + fr + " = " + said)));
        assertThat(texts).hasSizeGreaterThan(500);
        assertThat(doubts).isEmpty();
    }

    @Test
    void what_the_code_itself_says_is_in_every_language() {
        for (Language language : Language.values()) {
            if (language != Language.FRENCH && language != Language.ENGLISH) {
                assertThat(TypedChoice.YES_NO)
                        .allSatisfy(
                                option ->
                                        assertThat(option.label().others()).containsKey(language));
                assertThat(Catalogue.GAZETTEER.countries())
                        .hasSizeGreaterThan(200)
                        .allSatisfy(
                                option ->
                                        assertThat(option.label().others()).containsKey(language));
            }
        }
    }
}
