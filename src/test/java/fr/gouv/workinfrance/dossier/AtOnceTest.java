package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.correction.Nature;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;

/// Two who do at once what nobody has done yet: the second waits for the first, and sees all that
/// it did.
@WifTest
class AtOnceTest {

    private static final Subject JOB = Subject.field("job_title");

    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Drafts drafts;
    @Autowired Decisions decisions;
    @Autowired Corrections corrections;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;
    Dossier deposited;

    @BeforeEach
    void deposit() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        deposited = requests.deposited(employer);
        decisions.assign(deposited.id(), caseworker.id(), caseworker);
    }

    @Test
    void the_first_two_answers_of_an_amendment_are_both_kept() {
        assertThat(
                        atOnce(
                                () -> answer("job_title", "Caissière"),
                                () -> answer("contract_start", "02/09/2027")))
                .isEqualTo(Map.of("contract_start", new Answering.Saved(2)));

        assertThat(mended().answers().text("job_title")).contains("Caissière");
        assertThat(mended().answers().of("contract_start").orElseThrow().typed())
                .isEqualTo("02/09/2027");
    }

    @Test
    void of_two_first_answers_to_one_question_the_second_is_given_the_first_back() {
        int revision = dossier().answers().revision("job_title");
        List<Given> late = List.of(new Given("job_title", "Vendeuse", revision));

        Map<String, Answering> second =
                atOnce(
                        () -> answer("job_title", "Caissière"),
                        () -> drafts.answer(deposited.id(), late, employer, Locale.FRENCH));

        assertThat(second.get("job_title"))
                .isInstanceOfSatisfying(
                        Answering.Newer.class,
                        newer -> assertThat(newer.answer().typed()).isEqualTo("Caissière"));
        assertThat(mended().answers().text("job_title")).contains("Caissière");
    }

    @Test
    void what_is_sent_twice_at_once_is_sent_once() {
        answer("job_title", "Caissière");

        assertThat(atOnce(this::send, this::send)).isInstanceOf(Sending.Unchanged.class);
        assertThat(dossier().answers().text("job_title")).contains("Caissière");
    }

    @Test
    void what_is_mended_while_it_is_sent_is_the_beginning_of_another_amendment() {
        answer("job_title", "Caissière");

        atOnce(this::send, () -> answer("contract_start", "02/09/2027"));

        assertThat(dossier().answers().text("job_title")).contains("Caissière");
        assertThat(
                        corrections
                                .mending(dossiers.see(deposited.id(), employer).orElseThrow())
                                .subjects())
                .containsExactly(Subject.field("contract_start"));
    }

    @Test
    void corrections_asked_twice_at_once_are_asked_once() {
        assertThat(atOnce(this::ask, this::ask))
                .isEqualTo(new Asked.Faulty(List.of(new Asked.Fault(Asked.Fault.Kind.LATE, null))));
        assertThat(dossier().course().corrections()).hasSize(1);
    }

    @Test
    void of_two_who_take_a_part_at_once_one_has_it() {
        Account first = requests.someone("etudiante");
        Account second = requests.someone("etudiant");

        atOnce(() -> join(first), () -> join(second));

        assertThat(dossier().party(Part.WORKER).orElseThrow().account()).isEqualTo(first.id());
    }

    private boolean join(Account worker) {
        requests.join(deposited.id(), Part.WORKER, worker);
        return true;
    }

    private Map<String, Answering> answer(String field, String typed) {
        int revision = mended().answers().revision(field);
        return drafts.answer(
                deposited.id(),
                List.of(new Given(field, typed, revision)),
                employer,
                Locale.FRENCH);
    }

    private Sending send() {
        return corrections.send(deposited.id(), employer);
    }

    private Asked ask() {
        return corrections.ask(
                deposited.id(),
                new Asking(
                        List.of(new Asking.Line(JOB, Nature.CLARIFICATION, "answer-unclear", "")),
                        LocalDate.parse("2026-12-07"),
                        ""),
                caseworker);
    }

    private Dossier mended() {
        return dossiers.see(deposited.id(), employer).orElseThrow().dossier();
    }

    private Dossier dossier() {
        return dossiers.dossier(deposited.id());
    }

    /// Both, the second begun once the first has written and before it ends.
    ///
    /// @return what came of the second
    private <T> T atOnce(Callable<?> first, Callable<T> second) {
        AtomicReference<CompletableFuture<T>> other = new AtomicReference<>();
        transaction.executeWithoutResult(
                _ -> {
                    called(first);
                    other.set(CompletableFuture.supplyAsync(() -> called(second)));
                    int mine = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
                    await().until(() -> waited(mine) || other.get().isDone());
                });
        try {
            return other.get().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException told ? told : e;
        }
    }

    /// Whether another transaction waits for this one.
    private boolean waited(int backend) {
        return jdbc.sql(
                        """
                        select exists (select from pg_stat_activity
                                        where :backend = any(pg_blocking_pids(pid)))
                        """)
                .param("backend", backend)
                .query(Boolean.class)
                .single();
    }

    private static <T> T called(Callable<T> callable) {
        try {
            return callable.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
