package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.office.Thresholds;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/// The lists of the desk, as pages.
@WifTest
class WorklistPagesTest {

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired Offices offices;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;

    @BeforeEach
    void morning() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
    }

    @Test
    void a_day_that_is_none_is_told_beside_its_field_and_what_was_typed_is_kept() {
        assertThat(get("/instruction?recue.du=31/02/2026&employeur=xylographe", caseworker))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(
                        "<title>Erreur – ",
                        "id=\"recue.du-error\"",
                        "href=\"#recue.du\"",
                        "value=\"31/02/2026\"")
                .contains("value=\"xylographe\"");
    }

    @Test
    void what_narrows_a_list_down_is_shown_in_words_and_taken_off_one_by_one() {
        assertThat(
                        get(
                                "/instruction?vue=nouvelles&c.nationality=SN&recue.du=2026-11-01&employeur=xylographe",
                                caseworker))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Nationalité\u00a0: sénégalaise",
                        "1er novembre 2026",
                        "Employeur\u00a0: xylographe")
                .contains(
                        "href=\"/instruction?c.nationality=SN&amp;recue.du=2026-11-01&amp;vue=nouvelles\"")
                .contains("Aucune demande");
    }

    @Test
    void only_the_questions_of_the_procedure_that_is_chosen_are_offered() {
        assertThat(get("/instruction/filtres", caseworker))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"c.nationality\"", "name=\"c.contract_kind\"")
                .doesNotContain("name=\"c.gross_pay\"");
    }

    @Test
    void a_list_is_kept_for_oneself_or_for_the_service_and_forgotten_by_its_owner_alone() {
        Account colleague = requests.staff("caseworker", Requests.PREFECTURE);
        String own = "Les miennes " + UUID.randomUUID();
        String shared = "Partagée " + UUID.randomUUID();
        String list = "c.nationality=DZ&vue=sans-personne";
        assertThat(post("/instruction/vues", caseworker, "nom", own, "liste", list))
                .hasStatus(HttpStatus.SEE_OTHER)
                .redirectedUrl()
                .isEqualTo("/instruction?" + list);
        post(
                "/instruction/vues",
                caseworker,
                "nom",
                shared,
                "liste",
                list,
                "bureau",
                "prefecture-75");

        assertThat(get("/instruction", caseworker)).bodyText().contains(own, shared);
        assertThat(get("/instruction", colleague)).bodyText().contains(shared).doesNotContain(own);
        assertThat(post("/instruction/vues", caseworker, "nom", " ", "liste", list))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Donnez un nom à cette vue");
    }

    @Test
    void many_are_acted_on_and_each_result_is_told() {
        Dossier one = requests.deposited(employer);
        Dossier other = requests.deposited(employer);
        dossiers.withdraw(other.id(), employer);
        assertThat(
                        get(
                                "/instruction/lots/nouveau?dossier="
                                        + one.id()
                                        + "&dossier="
                                        + other.id(),
                                caseworker))
                .hasStatusOk()
                .bodyText()
                .contains("Agir sur 2 demandes à la fois", "Répartir entre les présents");
        assertThat(batch(one, other, "ASSIGN", ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choisissez à qui les confier");

        MvcTestResult asked = batch(one, other, "ASSIGN", caseworker.id().toString());
        String at = asked.getResponse().getRedirectedUrl();
        assertThat(get(at, caseworker)).bodyText().contains("0 sur 2 traitées", "data-wif-again");
        queue.runDue();
        assertThat(get(at, caseworker))
                .bodyText()
                .contains("Terminé\u00a0: 2 sur 2 traitées", "Fait", caseworker.displayName())
                .doesNotContain("data-wif-again");
        assertThat(get("/instruction?q=" + one.reference(), caseworker))
                .bodyText()
                .contains(caseworker.displayName());
    }

    @Test
    void a_whole_list_is_acted_on_as_it_was_narrowed_down() {
        Dossier one = requests.deposited(employer);
        String query = "q=" + one.reference();
        assertThat(
                        mvc.get()
                                .uri("/instruction/lots/nouveau")
                                .param("tout", "true")
                                .param("liste", query)
                                .with(SignedIn.as(caseworker)))
                .hasStatusOk()
                .bodyText()
                .contains("Agir sur une demande", one.id().toString(), query);
    }

    @Test
    void a_legal_date_is_marked_near_then_urgent_by_the_days_that_the_head_of_the_service_sets() {
        Dossier dossier = requests.deposited(employer);
        Account head = requests.staff("head", Requests.PREFECTURE);
        Thresholds before = offices.office("prefecture-75").orElseThrow().thresholds();
        clock.set(LocalDate.parse("2027-01-11").atTime(9, 0).toInstant(ZoneOffset.UTC));
        try {
            assertThat(post("/pilotage/prefecture-75/seuils", head, "alerte", "12", "urgence", "3"))
                    .hasStatus(HttpStatus.SEE_OTHER);
            assertThat(get("/instruction?q=" + dossier.reference(), caseworker))
                    .bodyText()
                    .contains("fr-badge--warning\">dans 12 jours");
            post("/pilotage/prefecture-75/seuils", head, "alerte", "12", "urgence", "12");
            assertThat(get("/instruction?q=" + dossier.reference(), caseworker))
                    .bodyText()
                    .contains("fr-badge--error\">dans 12 jours");
        } finally {
            offices.warn(offices.office("prefecture-75").orElseThrow(), before, head);
        }
    }

    @Test
    void an_absence_ends_after_it_begins_and_the_head_of_the_service_sees_it() {
        assertThat(
                        post(
                                "/instruction/absences",
                                caseworker,
                                "du",
                                "2026-12-07",
                                "au",
                                "2026-12-01"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Écrivez le dernier jour", "value=\"2026-12-07\"");
        Account colleague = requests.staff("caseworker", Requests.PREFECTURE);
        post(
                "/instruction/absences",
                caseworker,
                "du",
                "2026-11-23",
                "au",
                "2026-12-04",
                "remplacant",
                colleague.id().toString());
        assertThat(get("/instruction/absences", caseworker))
                .bodyText()
                .contains("Du 23 novembre 2026 au 4 décembre 2026", colleague.displayName());
        Account head = requests.staff("head", Requests.PREFECTURE);
        assertThat(get("/pilotage/prefecture-75", head))
                .hasStatusOk()
                .bodyText()
                .contains("Absent aujourd’hui");
    }

    private MvcTestResult batch(Dossier one, Dossier other, String act, String who) {
        return mvc.post()
                .uri("/instruction/lots")
                .with(csrf())
                .with(SignedIn.as(caseworker))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("dossier", one.id().toString(), other.id().toString())
                .param("acte", act)
                .param("agent", who)
                .exchange();
    }

    private MvcTestResult get(String path, Account who) {
        return mvc.get().uri(path).with(SignedIn.as(who)).exchange();
    }

    private MvcTestResult post(String path, Account who, String... params) {
        var request =
                mvc.post()
                        .uri(path)
                        .with(csrf())
                        .with(SignedIn.as(who))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED);
        for (int at = 0; at < params.length; at += 2) {
            request.param(params[at], params[at + 1]);
        }
        return request.exchange();
    }
}
