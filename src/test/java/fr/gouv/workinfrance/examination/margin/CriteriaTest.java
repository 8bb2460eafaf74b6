package fr.gouv.workinfrance.examination.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.examination.margin.Criteria.Said;
import fr.gouv.workinfrance.examination.margin.Judgement.Verdict;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/// How the criteria of a procedure are judged, and kept with the decision.
@WifTest
class CriteriaTest {

    @Autowired Requests requests;
    @Autowired Criteria criteria;
    @Autowired Margins margins;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired Journal journal;
    @Autowired SettableClock clock;

    private Account employer;
    private Account caseworker;
    private DossierId id;
    private String criterion;

    @BeforeEach
    void examined() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        id = requests.inExamination(employer, caseworker).id();
        criterion = criteria.of(dossiers.dossier(id)).getFirst().id();
    }

    @Test
    void a_criterion_is_judged_judged_again_and_taken_back_and_each_time_is_kept() {
        judge(Verdict.MET, "Au vu du contrat");
        judge(Verdict.MET, "Au vu du contrat");
        judge(Verdict.NOT_MET, "");
        assertThat(margin().judged(criterion, Verdict.NOT_MET)).isTrue();
        judge(null, "");

        assertThat(margin().judgement(criterion)).isEmpty();
        List<Entry> entries =
                journal.of(id.subject()).stream()
                        .filter(entry -> entry.act().equals("JUDGE"))
                        .toList();
        assertThat(entries)
                .extracting(entry -> entry.facts().get("verdict"))
                .containsExactly("MET", "NOT_MET", "");
        assertThat(entries.getFirst().personal()).isEqualTo(Map.of("words", "Au vu du contrat"));
    }

    @Test
    void a_decision_keeps_the_criteria_as_they_stood_when_it_was_prepared() {
        judge(Verdict.MET, "Vu");
        clock.set(clock.instant().plus(Duration.ofMinutes(5)));
        requests.prepare(id, caseworker);
        clock.set(clock.instant().plus(Duration.ofMinutes(5)));

        assertThat(judge(Verdict.NOT_MET, "Trop tard")).isFalse();
        assertThat(margin().judged(criterion, Verdict.MET)).isTrue();

        Account signatory = requests.staff("signatory", Requests.PREFECTURE);
        decisions.sendBack(id, "À revoir", signatory);
        assertThat(judge(Verdict.NOT_MET, "Revu")).isTrue();
        assertThat(margin().judged(criterion, Verdict.NOT_MET)).isTrue();
    }

    @Test
    void what_is_no_criterion_and_whoever_does_not_examine_are_left_out() {
        criteria.judge(id, Map.of("unknown", new Said(Verdict.MET, "")), caseworker);
        assertThat(margin().judgements()).isEmpty();
        assertThatThrownBy(() -> criteria.judge(id, Map.of(), employer))
                .isInstanceOf(NoSuchElementException.class);
    }

    private boolean judge(@Nullable Verdict verdict, String words) {
        return criteria.judge(id, Map.of(criterion, new Said(verdict, words)), caseworker);
    }

    private Margin margin() {
        return margins.of(dossiers.dossier(id));
    }
}
