package fr.gouv.workinfrance.procedure.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.gouv.workinfrance.calendar.LegalPeriod;
import fr.gouv.workinfrance.procedure.LegalText;
import fr.gouv.workinfrance.procedure.Option;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.Words;
import fr.gouv.workinfrance.procedure.review.Difference.Change;
import fr.gouv.workinfrance.procedure.review.Difference.Changed;
import fr.gouv.workinfrance.procedure.review.Said.Lasting;
import fr.gouv.workinfrance.procedure.review.Said.Named;
import fr.gouv.workinfrance.procedure.review.Said.Nothing;
import fr.gouv.workinfrance.procedure.review.Said.Offered;
import fr.gouv.workinfrance.procedure.review.Said.Told;
import fr.gouv.workinfrance.procedure.review.Said.Written;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.Set;

/// What a jurist is told of two versions, and what someone who fills a draft is.
class ComparisonTest {
    private static final Version BEFORE = Small.version();
    private static final String OPTIONAL_START =
            "label: {fr: Début, en: Start}\n            required: no";

    // ---- a jurist

    @Test
    void two_readings_of_one_file_differ_in_nothing() {
        Comparison comparison = Comparison.of(BEFORE, Small.version());

        assertThat(comparison.nothing()).isTrue();
        assertThat(comparison.articles()).isEmpty();
    }

    @Test
    void a_time_limit_that_changes_is_told_with_both_periods() {
        Comparison comparison = after("period: 2 months", "period: 3 months");

        assertThat(comparison.chapters()).containsExactly(Chapter.TIME_LIMIT);
        assertThat(only(comparison).changes())
                .containsExactly(
                        new Change(
                                Trait.PERIOD,
                                new Lasting(LegalPeriod.parse("2 months")),
                                new Lasting(LegalPeriod.parse("3 months"))));
    }

    @Test
    void a_piece_that_is_new_is_told_so_and_a_piece_that_is_gone_too() {
        Comparison comparison = after("id: card", "id: passport");

        assertThat(comparison.differences())
                .extracting(
                        difference -> difference.getClass().getSimpleName(),
                        difference -> difference.clause().id())
                .containsExactly(tuple("Added", "passport"), tuple("Removed", "card"));
    }

    @Test
    void a_question_that_becomes_optional_is_told_so() {
        Comparison comparison = after(OPTIONAL_START.replace(": no", ": yes"), OPTIONAL_START);

        assertThat(only(comparison).changes())
                .containsExactly(
                        new Change(
                                Trait.REQUIRED,
                                new Named("required.ALWAYS"),
                                new Named("required.NEVER")));
    }

    @Test
    void an_option_that_is_new_is_told_alone() {
        Change change =
                only(after("open: {", "season: {fr: Saison, en: Season}\n              open: {"))
                        .changes()
                        .getFirst();

        assertThat(change.trait()).isEqualTo(Trait.OPTIONS);
        assertThat(change.added())
                .containsExactly(new Offered(new Option("season", new Words("Saison", "Season"))));
        assertThat(change.removed()).isEmpty();
    }

    @Test
    void a_question_that_moves_is_told_with_both_pages() {
        Comparison comparison = after("- id: contract", "- id: hiring");

        assertThat(comparison.chapters()).containsExactly(Chapter.SECTIONS, Chapter.QUESTIONS);
        assertThat(comparison.changed(Chapter.QUESTIONS))
                .hasSize(5)
                .allMatch(question -> question.in(Trait.SECTION));
    }

    @Test
    void a_page_that_is_called_otherwise_does_not_change_its_questions() {
        Comparison comparison = after("title: {fr: Contrat, en", "title: {fr: Le contrat, en");

        assertThat(comparison.chapters()).containsExactly(Chapter.SECTIONS);
    }

    @ParameterizedTest(name = "{2}: {0} becomes {1}")
    @CsvSource(
            quoteCharacter = '"',
            textBlock =
                    """
                    "mandate: no",                    "mandate: yes",               FILERS,     MANDATE
                    "fr: lui,",                       "fr: elle,",                  FILERS,     WORDS
                    "fr: Mandat,",                    "fr: Le mandat,",             SECTIONS,   NAME
                    "visible when: filer == 'WORKER'", "visible when: filer != 'EMPLOYER'", SECTIONS, VISIBLE_WHEN
                    "fr: Signé le",                   "fr: Signé quand",            QUESTIONS,  NAME
                    "max: 80",                        "max: 100",                   QUESTIONS,  EXTENT
                    "fr: En clair",                   "fr: En français",            QUESTIONS,  HINT
                    "type: department",               "type: department\n            visible when: kind == 'fixed'", QUESTIONS, VISIBLE_WHEN
                    "provisional: yes",               "provisional: no",            PIECES,     PROVISIONAL
                    "law: L2 (C)",                    "law: L2 (B)",                PIECES,     LAW
                    "fr: à relire",                   "fr: relu",                   PIECES,     NOTE
                    "must: start <= end",             "must: start < end",          RULES,      MUST
                    "blocks: yes",                    "blocks: no",                 RULES,      BLOCKS
                    "silence: REFUSAL",               "silence: ACCEPTANCE",        TIME_LIMIT, SILENCE
                    "fr: il faut",                    "fr: il convient",            CRITERIA,   WORDS
                    "fr: parce que",                  "fr: car",                    REASONS,    WORDS
                    "must: granted_end <= end",       "must: granted_end <= end && true",    LIMITS,     MUST
                    "fr: attendre",                   "fr: patienter",              MEANWHILE,  WORDS
                    "within: 2 months",               "within: 1 month",            APPEALS,    PERIOD
                    "tax: [{id: t, fr: rien",         "tax: [{id: t, fr: peu",      TAX,        WORDS
                    """)
    void each_change_is_told_in_its_chapter_for_what_it_is(
            String from, String to, Chapter chapter, Trait trait) {
        Comparison comparison = after(from, to);

        assertThat(comparison.chapters()).containsExactly(chapter);
        assertThat(only(comparison).changes()).extracting(Change::trait).containsExactly(trait);
    }

    @Test
    void the_words_before_and_after_are_told() {
        assertThat(only(after("fr: En clair", "fr: En français")).changes())
                .containsExactly(
                        new Change(
                                Trait.HINT,
                                new Told(new Words("En clair", "In plain words")),
                                new Told(new Words("En français", "In plain words"))));
    }

    @Test
    void what_is_said_no_more_has_nothing_after() {
        assertThat(only(after("max: 80\n            ", "")).changes())
                .containsExactly(
                        new Change(Trait.EXTENT, new Written("≤ 80"), new Written("≤ 200")));
        assertThat(
                        only(after("hint: {fr: En clair, en: In plain words}\n            ", ""))
                                .changes())
                .extracting(Change::after)
                .containsExactly(new Nothing());
    }

    @Test
    void an_article_in_another_wording_is_told_once_for_all_that_cites_it() {
        Version after =
                Small.with(
                        Map.of(
                                "  L1:\n", "  L1 (2025):\n    article: L1\n",
                                "law: L1 (", "law: L1 (2025) (",
                                "law: \"L1 (", "law: \"L1 (2025) ("));

        assertThat(Comparison.of(BEFORE, after).articles())
                .singleElement()
                .satisfies(
                        article -> {
                            assertThat(article.name()).isEqualTo("L1");
                            assertThat(article.before())
                                    .extracting(LegalText::key)
                                    .containsExactly("L1");
                            assertThat(article.after())
                                    .extracting(LegalText::key)
                                    .containsExactly("L1 (2025)");
                        });
    }

    @Test
    void a_text_read_again_and_found_unchanged_is_no_difference() {
        assertThat(after("read on: 2026-03-31", "read on: 2026-11-25").nothing()).isTrue();
    }

    // ---- who fills a draft

    @Test
    void who_fills_a_draft_is_told_of_a_question_of_his_part_and_not_of_the_others() {
        Version after = Small.with("id: signed", "id: signature");
        Map<String, Object> worker = Map.of("filer", "WORKER");

        assertThat(Comparison.forApplicant(BEFORE, after, Set.of(Part.WORKER), worker).chapters())
                .containsExactly(Chapter.QUESTIONS);
        assertThat(Comparison.forApplicant(BEFORE, after, Set.of(Part.EMPLOYER), worker).nothing())
                .isTrue();
    }

    @Test
    void who_is_not_asked_a_question_is_not_told_that_it_changed() {
        Version after = Small.with("label: {fr: Fin, en: End}", "label: {fr: Terme, en: Term}");
        Set<Part> employer = Set.of(Part.EMPLOYER);

        assertThat(
                        Comparison.forApplicant(BEFORE, after, employer, Map.of("kind", "fixed"))
                                .changed(Chapter.QUESTIONS))
                .singleElement()
                .satisfies(changed -> assertThat(changed.in(Trait.NAME)).isTrue());
        assertThat(
                        Comparison.forApplicant(BEFORE, after, employer, Map.of("kind", "open"))
                                .nothing())
                .isTrue();
    }

    @Test
    void a_condition_is_told_by_what_it_asks_of_this_draft() {
        Version after =
                Small.with(
                        "required when: kind == 'fixed'\n            visible",
                        "required: no\n            visible");

        assertThat(
                        Comparison.forApplicant(
                                        BEFORE,
                                        after,
                                        Set.of(Part.EMPLOYER),
                                        Map.of("kind", "fixed"))
                                .changed(Chapter.QUESTIONS))
                .flatExtracting(Changed::changes)
                .containsExactly(
                        new Change(
                                Trait.REQUIRED,
                                new Named("required.ALWAYS"),
                                new Named("required.NEVER")));
    }

    @Test
    void who_fills_a_draft_is_told_of_the_time_limit_and_of_silence() {
        Version after = Small.with("silence: REFUSAL", "silence: ACCEPTANCE");

        assertThat(
                        Comparison.forApplicant(BEFORE, after, Set.of(Part.WORKER), Map.of())
                                .changed(Chapter.TIME_LIMIT))
                .singleElement()
                .satisfies(changed -> assertThat(changed.in(Trait.SILENCE)).isTrue());
    }

    @Test
    void a_piece_that_these_answers_now_ask_for_is_new_to_him() {
        Version after =
                Small.with(
                        "required when: kind == 'fixed'\n        blocks",
                        "required: yes\n        blocks");

        assertThat(
                        Comparison.forApplicant(
                                        BEFORE, after, Set.of(Part.WORKER), Map.of("kind", "open"))
                                .added(Chapter.PIECES))
                .extracting(added -> added.clause().id())
                .containsExactly("card");
    }

    @Test
    void hints_sources_and_places_on_the_page_are_no_matter_for_a_draft() {
        Version after = Small.with("fr: En clair", "fr: En français");

        assertThat(
                        Comparison.forApplicant(
                                        BEFORE,
                                        after,
                                        Set.of(Part.EMPLOYER),
                                        Map.of("kind", "open"))
                                .nothing())
                .isTrue();
    }

    @Test
    void an_answer_that_the_two_versions_read_in_two_ways_counts_as_blank() {
        Version after =
                Small.with(
                        "type: text\n            max: 80",
                        "type: whole number\n            min: 0\n            max: 9");

        assertThat(
                        Comparison.forApplicant(
                                        BEFORE,
                                        after,
                                        Set.of(Part.EMPLOYER),
                                        Map.of("kind", "open", "job", "Boulangère"))
                                .changed(Chapter.QUESTIONS))
                .singleElement()
                .satisfies(changed -> assertThat(changed.in(Trait.TYPE)).isTrue());
    }

    private static Comparison after(String from, String to) {
        return Comparison.of(BEFORE, Small.with(from, to));
    }

    private static Changed only(Comparison comparison) {
        assertThat(comparison.differences()).hasSize(1);
        return (Changed) comparison.differences().getFirst();
    }
}
