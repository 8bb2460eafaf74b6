package fr.gouv.workinfrance.examination.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Asking;
import fr.gouv.workinfrance.dossier.Corrections;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.dossier.correction.Nature;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.examination.worklist.Filter.Days;
import fr.gouv.workinfrance.examination.worklist.Filter.Wanted;
import fr.gouv.workinfrance.examination.worklist.Worklist.Cursor;
import fr.gouv.workinfrance.examination.worklist.Worklist.View;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// The worklist on real PostgreSQL, in an office that no other test deposits for.
@WifTest
class WorklistTest {

    private static final String OFFICE = "prefecture-2a";

    @Autowired Requests requests;
    @Autowired Worklists worklists;
    @Autowired Corrections corrections;
    @Autowired Decisions decisions;
    @Autowired Dossiers dossiers;
    @Autowired JdbcClient jdbc;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;

    @BeforeEach
    void morning() {
        clock.set(SettableClock.START);
        jdbc.sql("update dossier.dossier set office = 'prefecture-2b' where office = :office")
                .param("office", OFFICE)
                .update();
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", new Scope("office", OFFICE));
    }

    @Test
    void each_view_holds_what_its_name_says_and_its_count_is_exact() {
        Dossier fresh = deposited();
        Dossier mine = deposited();
        decisions.assign(mine.id(), caseworker.id(), caseworker);
        Dossier waiting = deposited();
        decisions.assign(waiting.id(), caseworker.id(), caseworker);
        asked(waiting);
        Dossier prepared = deposited();
        decisions.assign(prepared.id(), caseworker.id(), caseworker);
        decisions.certify(prepared.id(), caseworker);
        decisions.begin(prepared.id(), caseworker);
        requests.prepare(prepared.id(), caseworker);
        Dossier ended = deposited();
        dossiers.withdraw(ended.id(), employer);

        assertThat(list(View.OPEN)).containsExactlyInAnyOrder(of(fresh, mine, waiting, prepared));
        assertThat(list(View.NEW)).containsExactlyInAnyOrder(of(fresh, mine, waiting));
        assertThat(list(View.MINE)).containsExactlyInAnyOrder(of(mine, waiting, prepared));
        assertThat(list(View.NOBODY)).containsExactlyInAnyOrder(of(fresh));
        assertThat(list(View.WAITING)).containsExactlyInAnyOrder(of(waiting));
        assertThat(list(View.TO_SIGN)).containsExactlyInAnyOrder(of(prepared));
        assertThat(list(View.ENDED)).containsExactlyInAnyOrder(of(ended));
        assertThat(list(View.AT_RISK)).isEmpty();
        assertThat(page(Filter.of(View.OPEN)).counts())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                View.OPEN, 4L,
                                View.NEW, 3L,
                                View.MINE, 3L,
                                View.NOBODY, 1L,
                                View.WAITING, 1L,
                                View.CONSULTING, 0L,
                                View.AT_RISK, 0L,
                                View.UNREAD, 0L,
                                View.TO_SIGN, 1L,
                                View.ENDED, 1L));
    }

    @Test
    void a_request_is_at_risk_from_the_working_day_that_its_office_set() {
        Dossier dossier = deposited();
        LocalDate limit = dossier.clock().limit().orElseThrow();
        assertThat(limit).isEqualTo("2027-01-23");

        clock.set(LocalDate.parse("2027-01-03").atTime(10, 0).toInstant(java.time.ZoneOffset.UTC));
        assertThat(list(View.AT_RISK)).as("15 working days end on 22 January").isEmpty();

        clock.advance(Duration.ofDays(1));
        assertThat(list(View.AT_RISK)).containsExactly(of(dossier));
    }

    @Test
    void pages_follow_each_other_without_a_gap_or_a_double_when_the_list_moves() {
        List<String> deposited = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            deposited.add(deposited().reference().value());
        }
        Worklist first = worklists.page(caseworker, Filter.of(View.OPEN), null, 2);
        deposited();
        Cursor cursor = first.next();
        Worklist second = worklists.page(caseworker, Filter.of(View.OPEN), cursor, 10);

        assertThat(references(first)).hasSize(2);
        assertThat(first.total()).isEqualTo(5);
        assertThat(second.next()).isNull();
        assertThat(references(second)).doesNotContainAnyElementsOf(references(first));
        List<String> both = new ArrayList<>(references(first));
        both.addAll(references(second));
        assertThat(both).containsAll(deposited);
    }

    @Test
    void what_ended_is_listed_from_the_latest_and_its_pages_follow_each_other() {
        List<String> ended = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            Dossier dossier = deposited();
            clock.advance(Duration.ofHours(1));
            dossiers.withdraw(dossier.id(), employer);
            ended.addFirst(dossier.reference().value());
        }
        Worklist first = worklists.page(caseworker, Filter.of(View.ENDED), null, 2);
        Worklist second = worklists.page(caseworker, Filter.of(View.ENDED), first.next(), 2);
        assertThat(references(first)).isEqualTo(ended.subList(0, 2));
        assertThat(references(second)).isEqualTo(ended.subList(2, 3));
    }

    @Test
    void a_list_is_narrowed_down_by_any_question_that_the_catalogue_marks_as_searchable() {
        Dossier algerian = deposited("nationality", "DZ", "contract_start", "02/09/2027");
        Dossier senegalese = deposited("nationality", "SN", "job_title", "Aide-boulangère");

        assertThat(narrowed("nationality", new Wanted.Exactly("DZ"))).containsExactly(of(algerian));
        assertThat(narrowed("job_title", new Wanted.InWords("boulangere")))
                .containsExactly(of(senegalese));
        assertThat(
                        narrowed(
                                "contract_start",
                                new Wanted.Between(new Days(LocalDate.parse("2027-09-02"), null))))
                .containsExactly(of(algerian));
        assertThat(
                        narrowed(
                                "contract_start",
                                new Wanted.Between(new Days(null, LocalDate.parse("2027-09-01")))))
                .containsExactly(of(senegalese));
    }

    @Test
    void a_list_is_narrowed_down_by_what_other_answers_say_without_being_asked() {
        Dossier draft = requests.filled(employer);
        requests.answer(draft.id(), employer, "establishment_postcode", "20000");
        requests.answer(draft.id(), employer, "establishment_city", "Ajaccio");
        Dossier dossier = requests.deposit(draft, employer);

        assertThat(dossier.answers().of("establishment_department")).isEmpty();
        assertThat(narrowed("establishment_department", new Wanted.Exactly("2A")))
                .containsExactly(of(dossier));
        assertThat(narrowed("establishment_department", new Wanted.Exactly("75"))).isEmpty();
    }

    @Test
    void all_that_a_list_leaves_is_taken_in_its_order_however_it_is_looked_for() {
        List<UUID> deposited = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            deposited.add(deposited("employer_name", "Forge du Golo").id().value());
        }
        List<UUID> listed =
                worklists.page(caseworker, Filter.of(View.OPEN), null, 50).lines().stream()
                        .map(Worklist.Line::id)
                        .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(deposited);
        assertThat(worklists.all(caseworker, Filter.of(View.OPEN), 50)).isEqualTo(listed);
        assertThat(worklists.all(caseworker, Filter.of(View.OPEN), 2))
                .isEqualTo(listed.subList(0, 2));
        assertThat(worklists.all(caseworker, Filter.of(View.ENDED), 50)).isEmpty();
        for (String typed : List.of("73282932000074", "golo forge", "golo forje")) {
            assertThat(worklists.all(caseworker, Filter.search(typed), 50))
                    .as(typed)
                    .isEqualTo(listed);
        }
    }

    @Test
    void a_list_is_narrowed_down_by_person_stage_days_and_employer() {
        Dossier mine = deposited("employer_name", "Forge du Golo");
        decisions.assign(mine.id(), caseworker.id(), caseworker);
        decisions.certify(mine.id(), caseworker);
        clock.advance(Duration.ofDays(2));
        Dossier later = deposited();
        LocalDate day = LocalDate.parse("2026-11-23");

        assertThat(list(filter(caseworker.id(), null, Days.ANY, Days.ANY, "")))
                .containsExactly(of(mine));
        assertThat(list(filter(null, Stage.Name.COMPLETE, Days.ANY, Days.ANY, "")))
                .containsExactly(of(mine));
        assertThat(list(filter(null, null, new Days(day, day), Days.ANY, "")))
                .containsExactly(of(mine));
        assertThat(list(filter(null, null, new Days(day.plusDays(1), null), Days.ANY, "")))
                .containsExactly(of(later));
        LocalDate limit = later.clock().limit().orElseThrow();
        assertThat(list(filter(null, null, Days.ANY, new Days(limit, limit), "")))
                .containsExactly(of(later));
        assertThat(list(filter(null, null, Days.ANY, Days.ANY, "golo forge")))
                .containsExactly(of(mine));
        assertThat(list(filter(null, null, Days.ANY, Days.ANY, "732829320")))
                .contains(of(mine, later));
    }

    @Test
    void nobody_sees_the_dossiers_of_an_office_where_he_does_not_work() {
        Dossier dossier = deposited();
        Account elsewhere = requests.staff("caseworker", new Scope("office", "prefecture-23"));
        assertThat(worklists.page(elsewhere, Filter.of(View.OPEN), null, 50).lines()).isEmpty();
        assertThat(
                        worklists
                                .page(
                                        elsewhere,
                                        Filter.search(dossier.reference().value()),
                                        null,
                                        50)
                                .lines())
                .isEmpty();
        Filter asked =
                new Filter(
                        View.OPEN,
                        "",
                        OFFICE,
                        null,
                        null,
                        null,
                        Days.ANY,
                        Days.ANY,
                        "",
                        "",
                        new TreeMap<>());
        assertThat(worklists.page(elsewhere, asked, null, 50).lines()).isEmpty();
    }

    private Dossier deposited(String... fieldsAndTexts) {
        Dossier draft = requests.filledAt(employer, "20000", "Ajaccio", "2A");
        requests.answer(draft.id(), employer, fieldsAndTexts);
        return requests.deposit(draft, employer);
    }

    private void asked(Dossier dossier) {
        corrections.ask(
                dossier.id(),
                new Asking(
                        List.of(
                                new Asking.Line(
                                        Subject.field("job_title"),
                                        Nature.CLARIFICATION,
                                        "",
                                        "Quel emploi ?")),
                        LocalDate.parse("2026-12-07"),
                        ""),
                caseworker);
    }

    private static Filter filter(
            @Nullable UUID assignee,
            Stage.@Nullable Name stage,
            Days received,
            Days limit,
            String employer) {
        return new Filter(
                View.OPEN,
                "",
                null,
                assignee,
                null,
                stage,
                received,
                limit,
                employer,
                "",
                new TreeMap<>());
    }

    private List<String> narrowed(String field, Wanted wanted) {
        Filter filter =
                new Filter(
                        View.OPEN,
                        "",
                        null,
                        null,
                        null,
                        null,
                        Days.ANY,
                        Days.ANY,
                        "",
                        "",
                        new TreeMap<>(Map.of(field, wanted)));
        Worklist worklist = page(filter);
        assertThat(worklist.total()).isEqualTo(worklist.lines().size());
        return references(worklist);
    }

    private Worklist page(Filter filter) {
        return worklists.page(caseworker, filter, null, 50);
    }

    private List<String> list(View view) {
        return list(Filter.of(view));
    }

    private List<String> list(Filter filter) {
        return references(page(filter));
    }

    private static String[] of(Dossier... dossiers) {
        return List.of(dossiers).stream()
                .map(dossier -> dossier.reference().value())
                .toArray(String[]::new);
    }

    private static List<String> references(Worklist worklist) {
        return worklist.lines().stream().map(Worklist.Line::reference).toList();
    }
}
