package fr.gouv.workinfrance.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.Corpus;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Gazetteer;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Procedure.Aspect;
import fr.gouv.workinfrance.procedure.Rule;
import fr.gouv.workinfrance.procedure.Section;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.reference.Countries;
import fr.gouv.workinfrance.reference.Territories;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What is written once and included, a version that is like another, and the figures of the law.
class SharedPartsTest {
    private static final Gazetteer GAZETTEER = Gazetteer.of(new Territories(), new Countries());

    private static final String SOURCES =
            """
            sources:
              L1: {text: {fr: un code, en: a code}, url: 'https://a/', read on: 2026-11-23}
              L2:
                article: L1
                text: {fr: un code en 2020, en: a code in 2020}
                url: https://a/
                read on: 2026-11-23
                in force until: 2021-03-31
            """;

    private static final String CONSTANTS =
            """
            constants:
              hourly:
                name: {fr: horaire, en: hourly}
                unit: EURO
                values:
                  - {from: 2020-01-01, value: 10.15, law: L1 (A)}
                  - {from: 2026-06-01, value: 12.31, law: L1 (C)}
              week:
                name: {fr: semaine, en: week}
                unit: HOURS
                values: [{from: 2000-01-01, value: 35, law: L1 (A)}]
            amounts:
              monthly:
                name: {fr: mensuel, en: monthly}
                unit: EURO
                formula: share(hourly * week, 52, 12 * 60)
                law: L1 (A)
                examples: [{on: 2026-06-18, is: 1867.02}, {on: 2020-05-01, is: 1539.42}]
            """;

    private static final String PARTS =
            """
            contract:
              id: contract
              part: EMPLOYER
              title: {fr: Contrat, en: Contract}
              fields:
                - id: start
                  type: date
                  label: {fr: Début, en: Start}
                  required: yes
                - id: end
                  type: date
                  label: {fr: Fin, en: End}
                  required: yes
                - id: pay
                  type: money
                  periods: [MONTH]
                  label: {fr: Salaire, en: Pay}
                  required: yes
                - {id: place, type: department, label: {fr: Lieu, en: Place}, required: yes}
            contract-rules:
              - id: order
                field: end
                must: start <= end
                blocks: yes
                words: {fr: ordre, en: order}
                passes: [{start: 01/09/2027, end: 01/09/2028}]
                fails: [{start: 01/09/2028, end: 01/09/2027}]
              - id: paid
                field: pay
                must: pay >= amount('monthly', start)
                blocks: no
                words: {fr: trop peu, en: too little}
                passes: [{start: 01/09/2026, pay: 1867.02 euros par mois}]
                fails: [{start: 01/09/2026, pay: 1867.01 euros par mois}]
            paper:
              id: paper
              part: EMPLOYER
              name: {fr: Contrat, en: Contract}
              required: yes
              blocks: no
              basis: {fr: base, en: basis, law: L1 (A)}
            """;

    private static final String PROCEDURE =
            """
            id: small
            name: {fr: Petite, en: Small}
            purpose: {fr: Pour essayer, en: To try}
            versions:
              - number: old
                applies:
                  form: {from: 2020-01-01, until: 2021-03-31}
                  clock: {from: 2020-01-01, until: 2021-03-31}
                  criteria: {from: 2020-01-01, until: 2021-03-31}
                opened by: {fr: ouvre, en: opens, law: L2 (A)}
                filers: [{part: EMPLOYER, mandate: no, fr: lui, en: he, law: L1 (A)}]
                sections: [{include: contract}]
                rules: [{include: contract-rules}]
                pieces: [{include: paper}]
                competence: {office: PREFECTURE, department: place, fr: là, en: there, law: L1 (A)}
                time limit:
                  period: 2 months
                  silence: REFUSAL
                  limit: {fr: deux mois, en: two months, law: L1 (A)}
                  meaning: {fr: refus, en: refusal, law: L1 (A)}
                criteria: [{id: c, fr: il faut, en: must, law: L1 (A)}]
                reasons: [{id: r, title: {fr: non, en: no}, wording: {fr: a, en: b}, law: L1 (A)}]
                limits: [{id: l, words: {fr: a, en: b}, told: {fr: a, en: b, law: L1 (A)}}]
                meanwhile: [{id: m, fr: rien, en: nothing, law: L1 (A)}]
                afterwards: [{id: a, fr: ensuite, en: then, law: L1 (A)}]
                appeals:
                  - {id: court, name: {fr: Recours, en: Appeal},
                     before: {fr: le juge, en: the court},
                     within: 2 months,
                     how: {fr: ainsi, en: thus, law: L1 (A)}}
                tax: [{id: t, fr: rien, en: nothing, law: L1 (A)}]
                worker: {fr: Salariée, en: Employee}
              - number: new
                like: old
                without: [rules.order, pieces.paper]
                applies: {form: {from: 2021-04-01}, clock: {from: 2021-04-01}, criteria: {from: 2021-04-01}}
                opened by: {fr: ouvre, en: opens, law: L1 (A)}
                sections:
                  - id: contract
                    without: [fields.end]
                    fields:
                      - {id: pay, label: {fr: Paie, en: Wages}}
                      - {id: job, after: start, type: text, label: {fr: Emploi, en: Job}, required: no}
                  - {id: more, part: WORKER, title: {fr: Plus, en: More}, fields: [
                       {id: note, type: text, label: {fr: Note, en: Note}, required: no}]}
                pieces:
                  - id: other
                    part: WORKER
                    name: {fr: Autre, en: Other}
                    required: no
                    blocks: no
                    basis: {fr: base, en: basis, law: L1 (A)}
            transitions:
              - deposited until: 2021-03-31
                decided from: 2021-04-01
                criteria of: old
                fr: comme avant
                en: as before
                law: L1 (B)
            """;

    @Test
    void a_part_is_written_once_and_included_whole() {
        Version old = version("old");
        assertThat(old.sections()).extracting(Section::id).containsExactly("contract");
        assertThat(old.fields())
                .extracting(Field::id)
                .containsExactly("start", "end", "pay", "place");
        assertThat(old.rules()).extracting(Rule::id).containsExactly("order", "paid");
    }

    @Test
    void a_version_like_another_keeps_what_it_does_not_change() {
        Version version = version("new");
        assertThat(version.sections()).extracting(Section::id).containsExactly("contract", "more");
        assertThat(version.fields())
                .extracting(Field::id)
                .containsExactly("start", "job", "pay", "place", "note");
        assertThat(version.field("pay").orElseThrow().label().fr()).isEqualTo("Paie");
        assertThat(version.rules()).extracting(Rule::id).containsExactly("paid");
        assertThat(version.pieces()).extracting(Piece::id).containsExactly("other");
        assertThat(version.timeLimit()).isEqualTo(version("old").timeLimit());
        assertThat(version("old").field("pay").orElseThrow().label().fr()).isEqualTo("Salaire");
    }

    @Test
    void what_is_computed_changes_on_the_day_its_constants_do() {
        var tariff = corpus().tariff();
        assertThat(tariff.amount("monthly", LocalDate.of(2019, 12, 31))).isEmpty();
        assertThat(tariff.amount("monthly", LocalDate.of(2020, 1, 1))).contains(153_942L);
        assertThat(tariff.amount("monthly", LocalDate.of(2026, 5, 31))).contains(153_942L);
        assertThat(tariff.amount("monthly", LocalDate.of(2026, 6, 1))).contains(186_702L);
        assertThat(tariff.amount("monthly", LocalDate.of(2030, 1, 1))).contains(186_702L);
    }

    @Test
    void criteria_follow_the_day_of_the_decision_unless_a_transitional_rule_says_otherwise() {
        Procedure procedure = corpus().procedures().getFirst();
        LocalDate march = LocalDate.of(2021, 3, 31);
        LocalDate april = LocalDate.of(2021, 4, 1);
        assertThat(procedure.on(Aspect.CRITERIA, april).orElseThrow().number()).isEqualTo("new");
        assertThat(procedure.criteria(april, april).orElseThrow().number()).isEqualTo("new");
        assertThat(procedure.criteria(april, march).orElseThrow().number()).isEqualTo("old");
        assertThat(procedure.criteria(march, march).orElseThrow().number()).isEqualTo("old");
    }

    @Test
    void a_wording_of_the_past_is_cited_as_the_article_it_was() {
        var source = version("old").statements().getFirst().law().getFirst();
        assertThat(source.article()).isEqualTo("L1");
        assertThat(source.text().key()).isEqualTo("L2");
        assertThat(source.text().until()).isEqualTo(LocalDate.of(2021, 3, 31));
    }

    @Test
    void a_mistake_in_a_part_is_told_where_it_stands_and_once() {
        assertThat(told("catalogue/parts/all.yaml", "must: start <= end", "must: start <= ends"))
                .containsExactly(
                        "catalogue/parts/all.yaml:23:11 'must': unknown name 'ends', did you mean"
                                + " 'end'? (as included by small, version old)");
    }

    @Test
    void what_is_shared_wrongly_is_told_with_its_place() {
        String procedure = "procedures/small.yaml";
        assertThat(
                        told(
                                procedure,
                                "sections: [{include: contract}]",
                                "sections: [{include: contrat}]"))
                .contains(procedure + ":12:26 unknown part 'contrat', did you mean 'contract'?");
        assertThat(told(procedure, "like: old", "like: older"))
                .containsExactly(procedure + ":34:11 'like' names no version above: 'older'");
        assertThat(
                        told(
                                procedure,
                                "without: [rules.order, pieces.paper]",
                                "without: [rules.ordre]"))
                .contains(procedure + ":35:15 there is no 'rules.ordre' to take out");
        assertThat(told(procedure, "after: start", "after: begin"))
                .contains(procedure + ":43:30 'after' names nothing of this list");
        assertThat(told(procedure, "criteria of: old", "criteria of: older"))
                .contains(procedure + ":56:18 there is no version older");
        assertThat(told(procedure, "pieces: [{include: paper}]", "pieces: []"))
                .contains("catalogue/parts/all.yaml:36:3 nothing includes the part 'paper'");
        assertThat(told("catalogue/parts/all.yaml", "amount('monthly'", "amount('mensuel'"))
                .anyMatch(mistake -> mistake.contains("unknown figure 'mensuel'"));
        assertThat(told("catalogue/constants.yaml", "is: 1867.02", "is: 1867.03"))
                .contains("catalogue/constants.yaml:18:16 this example is 1867.02 on 2026-06-18");
        assertThat(told("catalogue/constants.yaml", "2026-06-01", "2020-01-01"))
                .contains("catalogue/constants.yaml:7:9 values go from the oldest to the newest");
        assertThat(
                        told(
                                "catalogue/sources.yaml",
                                "in force until: 2021-03-31",
                                "in force until: 2021-03-31\n    in force from: 2022-01-01"))
                .contains("catalogue/sources.yaml:8:21 this wording ends before it begins");
        assertThat(told("catalogue/sources.yaml", "  L2:", "  L3:"))
                .contains("catalogue/sources.yaml:4:5 nothing cites the source 'L3'");
    }

    @Test
    void a_formula_that_is_not_understood_is_told_once_in_words() {
        assertThat(told("catalogue/constants.yaml", "share(hourly", "share(houly"))
                .filteredOn(mistake -> mistake.startsWith("catalogue/constants.yaml"))
                .containsExactly(
                        "catalogue/constants.yaml:16:14 'formula': unknown name 'houly', did you"
                                + " mean 'hourly'?");
        assertThat(told("catalogue/constants.yaml", "12 * 60)", "0 * 60)"))
                .anyMatch(mistake -> mistake.contains("16:14 'formula': cannot be computed: "));
    }

    @Test
    void like_is_said_of_a_version_and_of_nothing_else() {
        assertThat(
                        told(
                                "procedures/small.yaml",
                                "pieces: [{include: paper}]",
                                "pieces: [{include: paper, like: old}]"))
                .singleElement()
                .asString()
                .contains("unknown key 'like'");
    }

    @Test
    void what_cannot_be_reached_is_told_of_every_version_at_once() {
        Map<String, String> files = files();
        files.computeIfPresent(
                "procedures/small.yaml",
                (_, yaml) ->
                        yaml.replace(
                                        "pieces: [{include: paper}]",
                                        "pieces: [{include: paper, without: required, required"
                                                + " when: given(pay) && !given(pay)}]")
                                .replace(
                                        "required: no\n        blocks: no",
                                        "required when: given(job) && !given(job)\n"
                                                + "        blocks: no"));
        assertThat(told(files))
                .hasSize(2)
                .allMatch(mistake -> mistake.contains("no answers can make this hold"));
    }

    private static Version version(String number) {
        return corpus().procedures().getFirst().version(number).orElseThrow();
    }

    private static Corpus corpus() {
        return switch (CorpusReader.read(files(), GAZETTEER)) {
            case CorpusReader.Outcome.Read(Corpus corpus, _) -> corpus;
            case CorpusReader.Outcome.Mistaken(List<Mistake> mistakes) ->
                    throw new AssertionError(mistakes.toString());
        };
    }

    private static List<String> told(String file, String from, String to) {
        Map<String, String> files = files();
        assertThat(files.get(file)).contains(from);
        files.computeIfPresent(file, (_, yaml) -> yaml.replaceFirst(Pattern.quote(from), to));
        return told(files);
    }

    private static List<String> told(Map<String, String> files) {
        return switch (CorpusReader.read(files, GAZETTEER)) {
            case CorpusReader.Outcome.Read _ -> List.of();
            case CorpusReader.Outcome.Mistaken(List<Mistake> mistakes) ->
                    mistakes.stream().map(Mistake::toString).toList();
        };
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("catalogue/sources.yaml", SOURCES);
        files.put("catalogue/constants.yaml", CONSTANTS);
        files.put("catalogue/parts/all.yaml", PARTS);
        files.put("procedures/small.yaml", PROCEDURE);
        return files;
    }
}
