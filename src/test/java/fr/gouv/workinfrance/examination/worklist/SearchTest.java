package fr.gouv.workinfrance.examination.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

/// What people type to find a request, on real PostgreSQL, in an office that no other test deposits
/// for.
@WifTest
class SearchTest {

    private static final String OFFICE = "prefecture-2b";

    @Autowired Requests requests;
    @Autowired Worklists worklists;
    @Autowired Decisions decisions;
    @Autowired JdbcClient jdbc;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;

    @BeforeEach
    void morning() {
        clock.set(SettableClock.START);
        jdbc.sql("update dossier.dossier set office = 'prefecture-15' where office = :office")
                .param("office", OFFICE)
                .update();
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", new Scope("office", OFFICE));
    }

    @Test
    void
            a_name_is_found_whatever_its_order_its_accents_its_hyphens_its_script_and_small_mistakes() {
        Dossier dossier = deposited("surname", "Müller-Lefèvre", "given_names", "Anne Sofía");
        Dossier cyrillic = deposited("surname", "Иванова", "given_names", "Дарья");

        for (String typed :
                List.of("lefevre", "MULLER LEFEVRE", "sofia muller", "Lefèvre-Müller", "anne")) {
            assertThat(page(Filter.search(typed)).near()).as(typed).isFalse();
            assertThat(found(typed)).as(typed).containsExactly(of(dossier));
        }
        assertThat(found("ivanova")).containsExactly(of(cyrillic));
        assertThat(found("Иванова")).containsExactly(of(cyrillic));
        for (String typed : List.of("lefebvre", "mulller", "ivannova")) {
            assertThat(page(Filter.search(typed)).near()).as(typed).isTrue();
            assertThat(found(typed)).as(typed).hasSize(1);
        }
        assertThat(found("zzyzx")).isEmpty();
    }

    @Test
    void a_name_is_found_when_its_words_are_written_in_one_or_one_is_cut_in_two() {
        Dossier apart = deposited("surname", "Ben Salah", "given_names", "Inès");
        Dossier inOne = deposited("surname", "Razafindrakoto", "given_names", "Soa");

        assertThat(found("bensalah")).containsExactly(of(apart));
        assertThat(found("bensalah ines")).containsExactly(of(apart));
        assertThat(found("razafin drakoto")).containsExactly(of(inOne));
        assertThat(found("soa razafin drakoto")).containsExactly(of(inOne));
    }

    @Test
    void one_mistake_in_a_short_name_does_not_hide_it() {
        Dossier dossier = deposited("surname", "Kaya", "given_names", "Jean");

        for (String typed : List.of("kahya", "kya", "kayya", "koya", "kyaa", "jaen kaya")) {
            assertThat(found(typed)).as(typed).containsExactly(of(dossier));
        }
        assertThat(found("koyo")).isEmpty();
    }

    @Test
    void a_name_spelt_nearly_so_in_another_office_says_nothing_of_this_one() {
        Dossier dossier = deposited("surname", "Quispe", "given_names", "Luz");
        Account elsewhere = requests.staff("caseworker", new Scope("office", "prefecture-23"));

        assertThat(found("quihspe")).containsExactly(of(dossier));
        assertThat(worklists.page(elsewhere, Filter.search("quihspe"), null, 50).lines()).isEmpty();
    }

    @Test
    void a_request_is_found_by_each_number_that_people_have_in_hand() {
        Dossier dossier = deposited("foreigner_number", "7503123456");
        Dossier prepared = deposited();
        decisions.assign(prepared.id(), caseworker.id(), caseworker);
        decisions.certify(prepared.id(), caseworker);
        decisions.begin(prepared.id(), caseworker);
        String permit =
                requests.prepare(prepared.id(), caseworker)
                        .prepared()
                        .orElseThrow()
                        .number()
                        .value();

        assertThat(found(dossier.reference().value().toLowerCase(java.util.Locale.ROOT)))
                .containsExactly(of(dossier));
        assertThat(found("75 03 12 34 56")).containsExactly(of(dossier));
        assertThat(found("732 829 320 00074")).contains(of(dossier, prepared));
        assertThat(found("732829320")).contains(of(dossier, prepared));
        assertThat(found(permit)).containsExactly(of(prepared));
    }

    private Dossier deposited(String... fieldsAndTexts) {
        Dossier draft = requests.filledAt(employer, "20200", "Bastia", "2B");
        requests.answer(draft.id(), employer, fieldsAndTexts);
        return requests.deposit(draft, employer);
    }

    private Worklist page(Filter filter) {
        return worklists.page(caseworker, filter, null, 50);
    }

    private List<String> found(String typed) {
        return page(Filter.search(typed)).lines().stream().map(Worklist.Line::reference).toList();
    }

    private static String[] of(Dossier... dossiers) {
        return List.of(dossiers).stream()
                .map(dossier -> dossier.reference().value())
                .toArray(String[]::new);
    }
}
