package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.journal.Journal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// From the first answer to the deposit, and to what silence means after it.
@WifTest
class DepositTest {

    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Drafts drafts;
    @Autowired Journal journal;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
    }

    @Test
    void two_parallel_deposits_make_one() throws Exception {
        Dossier draft = requests.filled(employer);
        List<Callable<Submission>> both =
                List.of(
                        () -> dossiers.submit(draft.id(), employer, true),
                        () -> dossiers.submit(draft.id(), employer, true));
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (Future<Submission> one : pool.invokeAll(both)) {
                assertThat(one.get()).isInstanceOf(Submission.Accepted.class);
            }
        }

        assertThat(journal.of(draft.id().subject()))
                .filteredOn(entry -> entry.act().equals("SUBMIT"))
                .hasSize(1);
        assertThat(dossiers.dossier(draft.id()).clock().lines()).hasSize(1);
    }

    @Test
    void an_incomplete_draft_is_told_what_it_lacks_and_nothing_is_written() {
        Dossier draft = requests.empty(employer);

        assertThat(dossiers.submit(draft.id(), employer, true))
                .isInstanceOfSatisfying(
                        Submission.Incomplete.class,
                        incomplete -> assertThat(incomplete.gaps()).isNotEmpty());
        assertThat(dossiers.dossier(draft.id())).isEqualTo(draft);
    }

    @Test
    void a_deposit_without_the_statement_on_honour_is_refused() {
        assertThat(dossiers.submit(requests.filled(employer).id(), employer, false))
                .isEqualTo(new Submission.Refused(Submission.Reason.NO_STATEMENT));
    }

    @Test
    void someone_else_s_dossier_does_not_exist() {
        Dossier draft = requests.filled(employer);
        Account stranger = requests.someone("inconnu");

        assertThat(dossiers.see(draft.reference(), stranger)).isEmpty();
        assertThat(dossiers.see(draft.reference(), caseworker))
                .as("nor does a draft, for the administration")
                .isEmpty();
        assertThatThrownBy(() -> dossiers.submit(draft.id(), stranger, true))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void a_newer_answer_is_given_back_instead_of_being_overwritten() {
        Dossier draft = requests.empty(employer);
        answer(draft.id(), new Given("job_title", "Assistante", 0));
        answer(draft.id(), new Given("job_title", "Assistante de gestion", 1));

        Map<String, Answering> late = answer(draft.id(), new Given("job_title", "Vendeuse", 1));

        assertThat(late.get("job_title"))
                .isInstanceOfSatisfying(
                        Answering.Newer.class,
                        newer ->
                                assertThat(newer.answer().typed())
                                        .isEqualTo("Assistante de gestion"));
    }

    @Test
    void what_cannot_be_read_is_kept_as_typed_and_blocks_the_deposit() {
        Dossier draft = requests.filled(employer);
        int revision = draft.answers().revision("contract_start");

        Map<String, Answering> outcome =
                answer(draft.id(), new Given("contract_start", "quand il voudra", revision));

        assertThat(outcome.get("contract_start")).isInstanceOf(Answering.Wrong.class);
        assertThat(
                        dossiers.dossier(draft.id())
                                .answers()
                                .of("contract_start")
                                .orElseThrow()
                                .typed())
                .isEqualTo("quand il voudra");
        assertThat(dossiers.submit(draft.id(), employer, true))
                .isInstanceOf(Submission.Incomplete.class);
    }

    @Test
    void the_limit_that_passes_is_recorded_once_and_the_dossier_stays_on_the_desk() {
        Dossier draft = requests.filled(employer);
        dossiers.submit(draft.id(), employer, true);
        clock.set(Instant.parse("2027-01-22T23:30:00Z"));
        dossiers.look(draft.id());
        clock.advance(Duration.ofHours(1));
        dossiers.look(draft.id());

        Dossier silent = dossiers.dossier(draft.id());
        assertThat(silent.reached()).isTrue();
        assertThat(silent.stage()).isInstanceOf(Stage.Submitted.class);
        assertThat(silent.clock().lines()).hasSize(2);
    }

    private Map<String, Answering> answer(DossierId id, Given... given) {
        return drafts.answer(id, List.of(given), employer, Locale.FRENCH);
    }
}
