package fr.gouv.workinfrance.examination.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.examination.Examinations;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.examination.revision.Drafting;
import fr.gouv.workinfrance.examination.revision.Erratum;
import fr.gouv.workinfrance.examination.revision.Matter;
import fr.gouv.workinfrance.examination.revision.Rectification;
import fr.gouv.workinfrance.examination.revision.Reviews;
import fr.gouv.workinfrance.examination.revision.Revisions;
import fr.gouv.workinfrance.examination.revision.Wording;
import fr.gouv.workinfrance.examination.revision.Wordings;
import fr.gouv.workinfrance.examination.worklist.Filter.Days;
import fr.gouv.workinfrance.examination.worklist.Filter.Wanted;
import fr.gouv.workinfrance.examination.worklist.Worklist.Line;
import fr.gouv.workinfrance.examination.worklist.Worklist.View;
import fr.gouv.workinfrance.permit.Terms;
import fr.gouv.workinfrance.procedure.Known;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Finding people by the names that were asked with and by those that were mended since.
@WifTest
class MendedNamesTest {

    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired Examinations examinations;
    @Autowired Revisions revisions;
    @Autowired Reviews reviews;
    @Autowired Wordings wordings;
    @Autowired Appeals appeals;
    @Autowired Worklists worklists;
    @Autowired JdbcClient jdbc;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;
    Account signatory;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
    }

    @Test
    void whose_name_was_mended_in_the_authorization_is_found_by_both_and_listed_by_the_mended() {
        Dossier dossier = examined("Wqarandirou", "Ysolina", "Zeltrimont");
        requests.prepare(dossier.id(), caseworker);
        decided(dossier.id());
        assertThat(found("wqarandiru")).as("nearly so").containsExactly(of(dossier));

        sign(dossier.id(), rectified(dossier.id(), "Ysolina Wqarandéros", "1999-03-12"));

        for (String typed :
                List.of("wqarandirou", "Wqarandéros", "ysolina wqaranderos", "zeltrimont")) {
            Worklist page = worklists.page(caseworker, Filter.search(typed), null, 50);
            assertThat(page.near()).as(typed).isFalse();
            assertThat(page.lines())
                    .as(typed)
                    .singleElement()
                    .satisfies(
                            line -> {
                                assertThat(line.reference()).isEqualTo(of(dossier));
                                assertThat(line.worker()).isEqualTo("Ysolina Wqarandéros");
                            });
        }
        assertThat(found("wqaranderros")).as("with a mistake").containsExactly(of(dossier));
        assertThat(words("wqaranderos")).isEqualTo(1);
    }

    @Test
    void an_act_that_comes_after_forgets_neither_name_nor_does_another_rectification() {
        Dossier dossier = examined("Vqelimasti", "Orianda", "Zeltrimeau");
        refuse(dossier.id());
        Wording printed =
                wordings.of(dossiers.dossier(dossier.id()), revisions.of(dossier.id()))
                        .orElseThrow();
        sign(dossier.id(), erratum(printed, "Orianda Vqelimastour", "Zeltrimeau"));
        Wording mended =
                wordings.of(dossiers.dossier(dossier.id()), revisions.of(dossier.id()))
                        .orElseThrow();
        sign(dossier.id(), erratum(mended, "Orianda Vqelimasteau", "Zqoltrimard"));

        appeals.file(dossier.id(), "gracieux", "Revoyez ceci.", List.of(), employer);
        queue.runDue();

        for (String typed :
                List.of(
                        "vqelimasti",
                        "vqelimastour",
                        "vqelimasteau",
                        "zeltrimeau vqelimasti",
                        "zqoltrimard")) {
            assertThat(found(typed)).as(typed).containsExactly(of(dossier));
        }
        assertThat(page(employedBy("zqoltrimard"))).containsExactly(of(dossier));
        assertThat(page(employedBy("zeltrimeau"))).containsExactly(of(dossier));
        assertThat(page(employedBy("vqelimasteau"))).as("a person is no employer").isEmpty();
    }

    @Test
    void whose_date_of_birth_was_mended_is_found_by_both() {
        Dossier dossier = examined("Uqaldimero", "Ysolde", "Zeltrimieux");
        requests.prepare(dossier.id(), caseworker);
        decided(dossier.id());
        assertThat(page(born("uqaldimero", "1999-03-21"))).isEmpty();

        sign(dossier.id(), rectified(dossier.id(), "Ysolde Uqaldimero", "1999-03-21"));

        for (String born : List.of("1999-03-12", "1999-03-21")) {
            assertThat(page(born("uqaldimero", born))).as(born).containsExactly(of(dossier));
        }
        assertThat(page(born("uqaldimero", "1999-03-22"))).isEmpty();
    }

    private Dossier examined(String surname, String given, String company) {
        Dossier draft = requests.filled(employer);
        requests.answer(
                draft.id(),
                employer,
                "surname",
                surname,
                "given_names",
                given,
                "employer_name",
                company);
        DossierId id = requests.deposit(dossiers.dossier(draft.id()), employer).id();
        decisions.assign(id, caseworker.id(), caseworker);
        decisions.certify(id, caseworker);
        return decisions.begin(id, caseworker);
    }

    private void refuse(DossierId id) {
        decisions.prepare(
                id,
                dossiers.dossier(id).version(),
                new Decision.Refused(List.of("not-a-student-title"), "Le titre est « visiteur »."),
                caseworker);
        decided(id);
    }

    private void decided(DossierId id) {
        examinations.sign(id, examinations.review(id, signatory).hashes(), signatory);
        queue.runDue();
    }

    private Rectification rectified(DossierId id, String holder, String birth) {
        Terms printed = revisions.terms(dossiers.dossier(id)).orElseThrow();
        return new Rectification(
                printed,
                new Terms(
                        holder,
                        birth,
                        printed.employer(),
                        printed.job(),
                        printed.hours(),
                        printed.from(),
                        printed.until()),
                false,
                "Erreur de frappe.");
    }

    private static Erratum erratum(Wording printed, String worker, String company) {
        return new Erratum(
                printed,
                new Wording(worker, company, printed.reasons(), printed.facts()),
                "Erreur de frappe.");
    }

    private void sign(DossierId id, Matter matter) {
        clock.advance(Duration.ofHours(1));
        UUID act = ((Drafting.Drafted) revisions.draft(id, matter, caseworker)).revision().id();
        reviews.sign(id, act, reviews.read(id, act, signatory).hashes(), signatory);
        queue.runDue();
    }

    private List<String> found(String typed) {
        return page(Filter.search(typed));
    }

    private List<String> page(Filter filter) {
        return worklists.page(caseworker, filter, null, 50).lines().stream()
                .map(Line::reference)
                .toList();
    }

    private static Filter employedBy(String name) {
        return filter("", name, Map.of());
    }

    private static Filter born(String typed, String day) {
        return filter(typed, "", Map.of(Known.WORKER_BIRTH.field(), new Wanted.Exactly(day)));
    }

    private static Filter filter(String typed, String company, Map<String, Wanted> fields) {
        return new Filter(
                View.ALL,
                typed,
                null,
                null,
                null,
                null,
                Days.ANY,
                Days.ANY,
                company,
                "",
                new TreeMap<>(fields));
    }

    private long words(String word) {
        return jdbc.sql("select count(*) from dossier.spelling where word = :word")
                .param("word", word)
                .query(Long.class)
                .single();
    }

    private static String of(Dossier dossier) {
        return dossier.reference().value();
    }
}
