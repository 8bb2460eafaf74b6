package fr.gouv.workinfrance.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.Gazetteer;
import fr.gouv.workinfrance.procedure.file.CorpusReader.Outcome;
import fr.gouv.workinfrance.reference.Countries;
import fr.gouv.workinfrance.reference.Territories;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Each mistake that a file may hold, and how it is told. Each case changes one line of a right
/// file.
class CorpusReaderTest {
    static final Gazetteer GAZETTEER = Gazetteer.of(new Territories(), new Countries());

    static final String RIGHT =
            """
            id: small
            name: {fr: Petite, en: Small}
            purpose: {fr: Pour essayer, en: To try}
            not encoded:
              - {aspect: FORM, from: 2020-01-01, until: 2023-12-31, reason: {fr: avant, en: before}}
            versions:
              - number: "1"
                applies:
                  form: {from: 2024-01-01}
                  clock: {from: 2020-01-01}
                  criteria: {from: 2022-01-01}
                opened by: {fr: ouvre, en: opens, law: L1 (A)}
                filers:
                  - {part: EMPLOYER, mandate: no, fr: lui, en: he, law: L1 (A)}
                sections:
                  - id: contract
                    part: EMPLOYER
                    title: {fr: Contrat, en: Contract}
                    fields:
                      - id: kind
                        type: choice
                        label: {fr: Type, en: Kind}
                        options:
                          fixed: {fr: CDD, en: Fixed}
                          open: {fr: CDI, en: Open}
                        required: yes
                      - id: start
                        type: date
                        label: {fr: Début, en: Start}
                        required: yes
                        example: 01/09/2027
                      - id: end
                        type: date
                        label: {fr: Fin, en: End}
                        required when: kind == 'fixed'
                        visible when: kind == 'fixed'
                      - id: place
                        type: department
                        label: {fr: Département, en: Department}
                        required: yes
                rules:
                  - id: order
                    field: end
                    must: start <= end
                    blocks: yes
                    words: {fr: ordre, en: order}
                    passes: [{start: 01/09/2027, end: 01/09/2028}]
                    fails: [{start: 01/09/2028, end: 01/09/2027}]
                pieces:
                  - id: paper
                    part: EMPLOYER
                    name: {fr: Contrat, en: Contract}
                    required: yes
                    blocks: no
                    provisional: yes
                    basis: {fr: base, en: basis, law: L1 (A)}
                competence: {office: PREFECTURE, department: place, fr: là, en: there, law: L1 (A)}
                time limit:
                  period: 2 months
                  silence: REFUSAL
                  limit: {fr: deux mois, en: two months, law: L1 (A)}
                  meaning: {fr: refus, en: refusal, law: L1 (A)}
                criteria: [{id: c, fr: il faut, en: must, law: L1 (A)}]
                reasons:
                  - {id: r, title: {fr: non, en: no}, wording: {fr: parce que, en: because}, law: L1 (A)}
                limits:
                  - id: within
                    must: granted_end <= end
                    words: {fr: trop, en: too far}
                    told: {fr: jusque-là, en: until then, law: L1 (A)}
                    passes: [{granted_end: 01/09/2027, end: 01/09/2027}]
                    fails: [{granted_end: 02/09/2027, end: 01/09/2027}]
                meanwhile: [{id: m, fr: rien, en: nothing, law: L1 (A)}]
                afterwards: [{id: a, fr: ensuite, en: then, law: L1 (A)}]
                appeals:
                  - id: court
                    name: {fr: Recours, en: Appeal}
                    before: {fr: le juge, en: the court}
                    within: 2 months
                    how: {fr: ainsi, en: thus, law: L1 (A)}
                tax: [{id: t, fr: rien, en: nothing, law: L1 (A)}]
                worker: {fr: Salariée, en: Employee}
            """;

    static final String SOURCES =
            """
            sources:
              L1:
                text: {fr: un code, en: a code}
                url: https://example.org/
                read on: 2026-11-23
            """;

    @Test
    void a_right_file_is_read() {
        assertThat(read(RIGHT)).isInstanceOf(Outcome.Read.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void each_mistake_is_told_with_its_line_and_its_reason(String from, String to, String told) {
        assertThat(RIGHT).contains(from);
        assertThat(mistakes(RIGHT.replace(from, to))).contains(told);
    }

    static Stream<Arguments> each_mistake_is_told_with_its_line_and_its_reason() {
        return Stream.of(
                Arguments.of(
                        "id: small", "id: smal", ":1 the file is named small.yaml, not smal.yaml"),
                Arguments.of(
                        "name: {fr: Petite, en: Small}",
                        "name: {fr: Petite}",
                        ":2 'en' is missing"),
                Arguments.of(
                        "purpose: {",
                        "purpos: {",
                        ":3 unknown key 'purpos', did you mean 'purpose'?"),
                Arguments.of("purpose: {", "purpos: {", ":1 'purpose' is missing"),
                Arguments.of("en: Small}", "en: Small, en: Tiny}", ":2 'en' is said twice"),
                Arguments.of("en: Small}", "en: ''}", ":2 'en' is empty or not a text"),
                Arguments.of(
                        "until: 2023-12-31",
                        "until: 2023-12-30",
                        ":9 FORM: nothing answers from 2023-12-31; add a version or say 'not"
                                + " encoded'"),
                Arguments.of(
                        "until: 2023-12-31",
                        "until: 2024-01-01",
                        ":9 FORM: two versions answer on 2024-01-01"),
                Arguments.of(
                        "{from: 2022-01-01}",
                        "{from: 2022-01-01, until: 2021-01-01}",
                        ":9 CRITERIA: ends on 2021-01-01, before it begins"),
                Arguments.of(
                        "opens, law: L1 (A)}",
                        "opens}",
                        ":12 'law' is missing: every legal statement has a source"),
                Arguments.of(
                        "opens, law: L1 (A)}",
                        "opens, law: L1}",
                        ":12 cite a source and its confidence, 'L5221-5 (A)', not 'L1'"),
                Arguments.of(
                        "opens, law: L1 (A)}",
                        "opens, law: L2 (A)}",
                        ":12 unknown source 'L2', did you mean 'L1'?"),
                Arguments.of(
                        "example: 01/09/2027",
                        "known from: ACCOUNT",
                        ":31 an account says an e-mail address alone"),
                Arguments.of(
                        "example: 01/09/2027",
                        "known from: EARLIER",
                        ":31 'EARLIER' is none of EARLIER_REQUESTS, NEXT_HIRE, ACCOUNT"),
                Arguments.of(
                        "example: 01/09/2027",
                        "known from: NEXT_HIRE\n            known until: kind",
                        ":32 'kind' is not a date"),
                Arguments.of(
                        "example: 01/09/2027", "known until: end", ":31 say 'known from' besides"),
                Arguments.of(
                        "part: EMPLOYER, mandate: no",
                        "part: EMPLOYEE, mandate: no",
                        ":14 'EMPLOYEE' is none of EMPLOYER, WORKER, MANDATE_HOLDER, did you mean"
                                + " 'EMPLOYER'?"),
                Arguments.of(
                        "mandate: no", "mandate: maybe", ":14 'mandate' is yes or no, not 'maybe'"),
                Arguments.of(
                        "type: date\n            label: {fr: Début",
                        "type: dat\n            label: {fr: Début",
                        ":28 unknown type 'dat', did you mean 'date'?"),
                Arguments.of(
                        "id: start",
                        "id: Start",
                        ":27 'Start' is not a name: small letters, digits and _"),
                Arguments.of(
                        "id: start",
                        "id: today",
                        ":27 'today' is a name that conditions keep for themselves"),
                Arguments.of("id: start", "id: kind", ":27 'kind' is already taken"),
                Arguments.of(
                        "- id: start\n            type: date\n",
                        "- {id: home, type: address, label: {fr: a, en: a}, required: yes}\n"
                                + "          - id: home_postcode\n            type: postcode\n",
                        ":28 'home_postcode' would be a name of both 'home' and 'home_postcode'"),
                Arguments.of(
                        "example: 01/09/2027",
                        "example: 31/09/2027",
                        ":31 the field does not understand its own example"),
                Arguments.of(
                        "example: 01/09/2027",
                        "autocomplete: birthday",
                        ":31 'birthday' is not a token of HTML's autocomplete"),
                Arguments.of(
                        "- id: start\n            type: date\n",
                        "- {id: home, type: address, label: {fr: a, en: a}, required: yes,"
                                + " searchable: yes}\n"
                                + "          - id: start\n"
                                + "            type: date\n",
                        ":27 no one looks by answers of several parts or lines"),
                Arguments.of(
                        "required when: kind == 'fixed'",
                        "required when: kin == 'fixed'",
                        ":35 'required when': unknown name 'kin', did you mean 'kind'?"),
                Arguments.of(
                        "required when: kind == 'fixed'",
                        "required when: kind == 3",
                        ":35 'required when': '==' does not take (string, int)"),
                Arguments.of(
                        "required when: kind == 'fixed'",
                        "hint: {fr: a, en: b}",
                        ":32 'required' is missing: yes, no, or 'required when'"),
                Arguments.of(
                        "visible when: kind == 'fixed'",
                        "visible when: place == '75'",
                        ":36 'visible when' may only name what stands above it, not 'place'"),
                Arguments.of(
                        "visible when: kind == 'fixed'",
                        "visible when: start > today",
                        ":36 'visible when': unknown name 'today'"),
                Arguments.of(
                        "              open: {fr: CDI, en: Open}\n",
                        "",
                        ":24 a choice offers two options at least"),
                Arguments.of("department: place", "country: place", ":57 'place' is not a country"),
                Arguments.of("department: place", "everywhere: no", ":57 'department' is missing"),
                Arguments.of(
                        "field: end",
                        "field: ends",
                        ":43 unknown field 'ends', did you mean 'end'?"),
                Arguments.of(
                        "must: start <= end",
                        "must: start >= end",
                        ":47 this example should pass, and fails"),
                Arguments.of(
                        "must: start <= end",
                        "must: start >= end",
                        ":48 this example should fail, and passes"),
                Arguments.of(
                        "fails: [{start: 01/09/2028, end: 01/09/2027}]",
                        "fails: [{start: 01/09/2028}]",
                        ":48 this example leaves out an answer that the rule needs"),
                Arguments.of(
                        "fails: [{start: 01/09/2028, end: 01/09/2027}]",
                        "fails: [{start: 32/09/2028, end: 01/09/2027}]",
                        ":48 'start' is not understood: procedure.wrong.noSuchDay"),
                Arguments.of(
                        "fails: [{start: 01/09/2028, end: 01/09/2027}]",
                        "fails: [{begin: 01/09/2028, end: 01/09/2027}]",
                        ":48 unknown field 'begin'"),
                Arguments.of(
                        "blocks: no\n", "blocks: yes\n", ":54 a provisional piece blocks nobody"),
                Arguments.of(
                        "department: place",
                        "department: start",
                        ":57 'start' is not a département"),
                Arguments.of(
                        "period: 2 months",
                        "period: 2 moons",
                        ":59 '2 moons' is not a period; write '2 months'"),
                Arguments.of(
                        "silence: REFUSAL",
                        "silence: refusal",
                        ":60 'refusal' is none of REFUSAL, ACCEPTANCE, did you mean 'REFUSAL'?"),
                Arguments.of(
                        "criteria: [{id: c,",
                        "criteria: {id: c,",
                        ":63 not YAML: expected <block end>, but found ']'"),
                Arguments.of(
                        "must: granted_end <= end",
                        "must: granted_ends <= end",
                        ":68 'must': unknown name 'granted_ends', did you mean 'granted_end'?"),
                Arguments.of(
                        "visible when: kind == 'fixed'",
                        "visible when: kind == 'fixed' && kind == 'open'",
                        ":36 'visible when': no answers can make this hold"),
                Arguments.of(
                        "required when: kind == 'fixed'",
                        "required when: kind == 'open'",
                        ":35 'required when': no answers can make this hold"),
                Arguments.of(
                        "required: yes\n        blocks: no",
                        "required when: given(end) && kind == 'open'\n        blocks: no",
                        ":53 'required when': no answers can make this hold"),
                Arguments.of("tax: [", "taxes: [", ":7 'tax' is missing"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "postcode   | department_of(there) == '974'",
                "postcode   | department_of(there) == '2B'",
                "address    | department_of(there_postcode) == '93'",
                "commune    | there_department == '93'",
                "commune    | there == '93066'",
                "commune    | !metropolitan(there_department)",
                "department | !metropolitan(there)"
            })
    void a_piece_that_hangs_on_a_place_can_be_asked_for(String type, String condition) {
        assertThat(
                        mistakes(
                                RIGHT.replace(
                                                "          - id: start",
                                                "          - {id: there, type: "
                                                        + type
                                                        + ", label: {fr: a, en: a}, required:"
                                                        + " yes}\n"
                                                        + "          - id: start")
                                        .replace(
                                                "required: yes\n        blocks: no",
                                                "required when: '"
                                                        + condition.replace("'", "''")
                                                        + "'\n        blocks: no")))
                .isEmpty();
    }

    @Test
    void all_mistakes_are_told_at_once_in_the_order_of_the_lines() {
        List<String> told =
                mistakes(
                        RIGHT.replace("name: {fr: Petite, en: Small}", "name: {fr: Petite}")
                                .replace("type: department", "type: departement")
                                .replace("silence: REFUSAL", "silence: MAYBE"));
        assertThat(told)
                .containsExactly(
                        ":2 'en' is missing",
                        ":38 unknown type 'departement', did you mean 'department'?",
                        ":57 'place' is not a département",
                        ":60 'MAYBE' is none of REFUSAL, ACCEPTANCE");
    }

    @Test
    void a_file_that_is_no_yaml_or_empty_is_told() {
        assertThat(mistakes("a: [")).singleElement().asString().startsWith(":1 not YAML: ");
        assertThat(mistakes("")).containsExactly(":1 the file is empty");
        assertThat(mistakes("- a")).contains(":1 expected keys and values");
    }

    @Test
    void the_start_is_stopped_by_a_message_that_tells_them_all() {
        var mistakes =
                List.of(new Mistake("a.yaml", 3, 1, "one"), new Mistake("b.yaml", 5, 12, "two"));
        assertThat(new BrokenCatalogue(mistakes))
                .hasMessage(
                        "mistakes in the catalogue of procedures: 2\n"
                                + "  a.yaml:3:1 one\n"
                                + "  b.yaml:5:12 two");
    }

    @Test
    void who_starts_the_service_reads_the_mistakes_and_no_stack_trace() {
        var broken = new BrokenCatalogue(List.of(new Mistake("a.yaml", 3, 1, "one")));
        assertThat(new BrokenCatalogue.Told().analyze(new IllegalStateException(broken)))
                .extracting(FailureAnalysis::getDescription)
                .isEqualTo(broken.getMessage());
    }

    private static Outcome read(String yaml) {
        return CorpusReader.read(
                Map.of("catalogue/sources.yaml", SOURCES, "procedures/small.yaml", yaml),
                GAZETTEER);
    }

    private static List<String> mistakes(String yaml) {
        return switch (read(yaml)) {
            case Outcome.Read _ -> List.of();
            case Outcome.Mistaken(List<Mistake> mistakes) ->
                    mistakes.stream()
                            .map(mistake -> ":" + mistake.line() + " " + mistake.reason())
                            .toList();
        };
    }
}
