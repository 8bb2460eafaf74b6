package fr.gouv.workinfrance.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.opinion.Consulting.Fault;
import fr.gouv.workinfrance.opinion.Inbox.Part;
import fr.gouv.workinfrance.opinion.Opinion.Awaited;
import fr.gouv.workinfrance.opinion.Opinion.Ended;
import fr.gouv.workinfrance.opinion.Opinion.Given;
import fr.gouv.workinfrance.opinion.Opinion.Tacit;
import fr.gouv.workinfrance.opinion.Opinion.Verdict;
import fr.gouv.workinfrance.opinion.Opinion.Why;
import fr.gouv.workinfrance.procedure.body.Inquiry.Silence;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/// Opinions asked of other administrations about one dossier, in parallel with its examination.
@WifTest
class OpinionsTest {

    private static final Scope URSSAF = office("urssaf-ile-de-france");
    private static final Scope INSPECTORATE = office("inspection-travail-75");
    private static final Scope FRANCE_TRAVAIL = office("france-travail-ile-de-france");

    private static final Reply UP_TO_DATE =
            new Reply(Verdict.FAVOURABLE, "", Map.of("up_to_date", "up_to_date"), List.of());

    @Autowired Requests requests;
    @Autowired Opinions opinions;
    @Autowired Inboxes inboxes;
    @Autowired Dossiers dossiers;
    @Autowired Journal journal;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    private Account employer;
    private Account caseworker;
    private Account urssaf;
    private Dossier dossier;

    @BeforeEach
    void inExamination() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        urssaf = requests.staff("member", URSSAF, "Paul", "Marchand", "gestionnaire");
        dossier = requests.inExamination(employer, caseworker);
    }

    @Test
    void three_opinions_in_parallel_have_each_their_day_and_their_silence() {
        Consultation contributions = ask("urssaf", "contributions");
        Consultation record = ask("labour-inspectorate", "employer-record");
        Consultation offer = ask("france-travail", "job-offer");

        assertThat(contributions.due()).as("5 jours ouvrés").isEqualTo("2026-11-30");
        assertThat(record.due()).as("10 jours ouvrés").isEqualTo("2026-12-07");

        answer(contributions, UP_TO_DATE, urssaf);
        clock.set(Instant.parse("2026-12-08T09:00:00Z"));
        queue.start("opinion-days");

        assertThat(opinions.of(dossier.id()))
                .extracting(Consultation::opinion)
                .satisfiesExactly(
                        given ->
                                assertThat(given)
                                        .isInstanceOfSatisfying(
                                                Given.class,
                                                it ->
                                                        assertThat(it.author())
                                                                .isEqualTo(
                                                                        "Paul Marchand,"
                                                                                + " gestionnaire")),
                        late ->
                                assertThat(late)
                                        .as("it is waited for, however long")
                                        .isEqualTo(new Awaited(LocalDate.parse("2026-12-08"))),
                        tacit ->
                                assertThat(tacit)
                                        .as("one goes on without it")
                                        .isEqualTo(
                                                new Tacit(
                                                        Silence.NONE,
                                                        LocalDate.parse("2026-12-08"))));
        assertThat(acts()).contains("GIVE_OPINION", "LATE_OPINION", "TACIT_OPINION");
        assertThat(opinions.standing(opinions.of(dossier.id()), Map.of()))
                .as("none is compulsory")
                .noneMatch(Standing::blocks);

        Account inspector = requests.staff("member", INSPECTORATE);
        Reply silent = new Reply(Verdict.NONE, "", Map.of("breaches", "none"), List.of());
        assertThat(answer(record, silent, inspector))
                .as("what comes after its day is kept, and says so")
                .isInstanceOfSatisfying(Given.class, given -> assertThat(given.late()).isTrue());
        assertThat(offer.office()).isEqualTo(FRANCE_TRAVAIL.id());
    }

    @Test
    void what_cannot_be_asked_says_why_and_writes_nothing() {
        ask("urssaf", "contributions");
        assertThat(faults(Ask.of("urssaf", "contributions"))).containsExactly(Fault.PENDING);
        assertThat(faults(Ask.of("urssaf", "employer-record"))).containsExactly(Fault.UNKNOWN);
        assertThat(faults(Ask.of("ofii", "visa"))).containsExactly(Fault.UNKNOWN);
        assertThat(faults(new Ask("drac", "artist-contract", "urssaf-bretagne", "", null)))
                .as("a service of another kind")
                .containsExactly(Fault.NO_OFFICE);
        assertThat(
                        faults(
                                new Ask(
                                        "drac",
                                        "artist-contract",
                                        null,
                                        "é".repeat(2001),
                                        LocalDate.parse("2026-11-22"))))
                .containsExactlyInAnyOrder(Fault.TOO_LONG, Fault.WRONG_DAY);
        assertThat(opinions.of(dossier.id())).hasSize(1);
        assertThatThrownBy(
                        () ->
                                opinions.ask(
                                        dossier.id(), Ask.of("drac", "artist-contract"), employer))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void a_service_sees_what_its_purpose_needs_and_nothing_of_the_rest() {
        Consultation asked = ask("urssaf", "contributions");
        Opened opened = inboxes.open(asked.id(), urssaf).orElseThrow();
        Seen seen = java.util.Objects.requireNonNull(opened.seen());

        assertThat(seen.version().fields().stream().filter(seen::sees))
                .extracting(field -> field.id())
                .contains("employer_siret")
                .doesNotContain("surname", "nationality", "title_number", "gross_pay");
        assertThat(seen.version().pieces().stream().filter(seen::sees))
                .extracting(piece -> piece.id())
                .doesNotContain("passport", "title", "contract");
        assertThat(seen.acts()).isEmpty();
        assertThat(seen.byOffice()).isFalse();
        assertThat(seen.byParty()).isFalse();
        assertThat(acts()).as("the look is in the journal").contains("SEE_PART");

        Account elsewhere = requests.staff("member", office("urssaf-bretagne"));
        assertThat(inboxes.open(asked.id(), elsewhere)).isEmpty();
        assertThat(inboxes.open(asked.id(), employer)).isEmpty();

        answer(asked, UP_TO_DATE, urssaf);
        assertThat(inboxes.open(asked.id(), urssaf).orElseThrow().seen())
                .as("its purpose is served: it has its own answer, and the dossier no more")
                .isNull();
    }

    @Test
    void of_two_members_who_answer_at_once_the_second_is_told_that_the_first_did() {
        Consultation asked = ask("urssaf", "contributions");
        Account colleague = requests.staff("member", URSSAF);
        answer(asked, UP_TO_DATE, urssaf);

        assertThat(inboxes.answer(asked.id(), UP_TO_DATE, colleague))
                .isInstanceOfSatisfying(
                        Answering.Gone.class,
                        gone ->
                                assertThat(gone.consultation().opinion())
                                        .isInstanceOf(Given.class));
    }

    @Test
    void an_answer_that_lacks_something_is_told_what_beside_its_field() {
        Consultation asked = ask("labour-inspectorate", "employer-record");
        Account inspector = requests.staff("member", INSPECTORATE);
        Reply wrong =
                new Reply(
                        Verdict.UNFAVOURABLE, " ", Map.of("recorded_on", "31/02/2026"), List.of());

        assertThat(inboxes.answer(asked.id(), wrong, inspector))
                .isInstanceOfSatisfying(
                        Answering.Faulty.class,
                        faulty ->
                                assertThat(faulty.wrong())
                                        .containsOnlyKeys("reasons", "breaches", "recorded_on"));
        assertThat(opinions.of(dossier.id()).getFirst().pending()).isTrue();
    }

    @Test
    void a_service_asks_for_more_time_once_and_the_office_says_yes_or_no() {
        Consultation asked = ask("urssaf", "contributions");
        assertThat(extend(asked, LocalDate.parse("2026-12-08")))
                .as("beyond the 5 jours ouvrés of the catalogue")
                .isInstanceOf(Answering.Faulty.class);
        assertThat(extend(asked, LocalDate.parse("2026-12-07"))).isInstanceOf(Answering.Kept.class);
        assertThat(opinions.of(dossier.id()).getFirst().extensionAsked()).isTrue();

        Consultation longer = opinions.settle(asked.id(), true, caseworker);
        assertThat(longer.due()).isEqualTo("2026-12-07");
        assertThat(extend(asked, LocalDate.parse("2026-12-14"))).isInstanceOf(Answering.Gone.class);
        assertThat(acts()).contains("ASK_EXTENSION", "GRANT_EXTENSION");
    }

    @Test
    void what_is_taken_back_is_answered_no_more_and_may_be_asked_again() {
        Consultation asked = ask("urssaf", "contributions");
        opinions.takeBack(asked.id(), "Demandé par erreur", caseworker);

        assertThat(inboxes.answer(asked.id(), UP_TO_DATE, urssaf))
                .isInstanceOfSatisfying(
                        Answering.Gone.class,
                        gone ->
                                assertThat(gone.consultation().opinion())
                                        .isInstanceOfSatisfying(
                                                Ended.class,
                                                ended ->
                                                        assertThat(ended.reason())
                                                                .isEqualTo("Demandé par erreur")));
        assertThat(ask("urssaf", "contributions").number()).isEqualTo(2);
    }

    @Test
    void a_request_that_its_parties_take_back_ends_what_was_asked_about_it() {
        Consultation asked = ask("urssaf", "contributions");
        dossiers.withdraw(dossier.id(), employer);
        queue.runDue();

        assertThat(opinions.of(dossier.id()).getFirst().opinion())
                .isInstanceOfSatisfying(
                        Ended.class,
                        ended -> assertThat(ended.why()).isEqualTo(Why.DOSSIER_WITHDRAWN));
        assertThat(inboxes.answer(asked.id(), UP_TO_DATE, urssaf))
                .isInstanceOf(Answering.Gone.class);
    }

    @Test
    void a_service_that_let_its_day_pass_sees_nothing_of_a_dossier_that_is_over() {
        Consultation asked = ask("urssaf", "contributions");
        clock.set(Instant.parse("2026-12-08T09:00:00Z"));
        queue.start("opinion-days");
        assertThat(inboxes.open(asked.id(), urssaf).orElseThrow().seen())
                .as("it may still answer")
                .isNotNull();
        dossiers.withdraw(dossier.id(), employer);
        queue.runDue();

        assertThat(inboxes.open(asked.id(), urssaf).orElseThrow().seen()).isNull();
    }

    @Test
    void a_service_asks_another_only_where_the_catalogue_lets_it() {
        Consultation record = ask("labour-inspectorate", "employer-record");
        Account inspector = requests.staff("member", INSPECTORATE);

        assertThat(inboxes.delegate(record.id(), Ask.of("urssaf", "contributions"), inspector))
                .isInstanceOfSatisfying(
                        Consulting.Asked.class,
                        asked -> assertThat(asked.consultation().parent()).isEqualTo(record.id()));
        assertThat(inboxes.delegate(record.id(), Ask.of("drac", "artist-contract"), inspector))
                .isEqualTo(new Consulting.Faulty(Set.of(Fault.NOT_DELEGATED)));
    }

    @Test
    void the_inbox_belongs_to_the_service_and_an_item_passes_from_one_to_another() {
        Consultation asked = ask("urssaf", "contributions");
        Account colleague = requests.staff("head", URSSAF);
        inboxes.take(asked.id(), urssaf.id(), urssaf);

        Inbox mine = inboxes.page(URSSAF.id(), Part.MINE, null, urssaf);
        assertThat(mine.consultations()).extracting(Consultation::id).contains(asked.id());
        assertThat(inboxes.page(URSSAF.id(), Part.MINE, null, colleague).consultations())
                .extracting(Consultation::id)
                .doesNotContain(asked.id());

        inboxes.take(asked.id(), colleague.id(), colleague);
        assertThat(inboxes.page(URSSAF.id(), Part.MINE, null, colleague).consultations())
                .extracting(Consultation::id)
                .contains(asked.id());
        assertThat(inboxes.load(mine.office(), colleague).byMember()).containsKey(colleague.id());

        assertThatThrownBy(() -> inboxes.take(asked.id(), employer.id(), urssaf))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> inboxes.page(URSSAF.id(), Part.WAITING, null, employer))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> inboxes.load(mine.office(), urssaf))
                .as("the head alone")
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void a_service_is_reminded_once_before_its_day() {
        Consultation asked = ask("urssaf", "contributions");
        clock.set(Instant.parse("2026-11-28T09:00:00Z"));
        queue.start("opinion-days");
        queue.start("opinion-days");

        assertThat(acts()).filteredOn("REMIND_OPINION"::equals).hasSize(1);
        assertThat(opinions.of(dossier.id()).getFirst().due()).isEqualTo(asked.due());
    }

    private Consultation ask(String body, String inquiry) {
        return ((Consulting.Asked) opinions.ask(dossier.id(), Ask.of(body, inquiry), caseworker))
                .consultation();
    }

    private Set<Fault> faults(Ask ask) {
        return ((Consulting.Faulty) opinions.ask(dossier.id(), ask, caseworker)).faults();
    }

    private Opinion answer(Consultation asked, Reply reply, Account by) {
        return ((Answering.Kept) inboxes.answer(asked.id(), reply, by)).consultation().opinion();
    }

    private Answering extend(Consultation asked, LocalDate until) {
        return inboxes.extend(asked.id(), until, "Le contrôle est en cours", urssaf);
    }

    private List<String> acts() {
        return journal.of(dossier.id().subject()).stream().map(Entry::act).toList();
    }

    private static Scope office(String id) {
        return new Scope("office", id);
    }
}
