package fr.gouv.workinfrance.site;

import static fr.gouv.workinfrance.site.DossierVisit.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.office.Closures;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.util.UUID;

/// An administrator creates, changes and closes services, and sees what it moves before it is done.
@WifTest
class OfficePagesTest {

    private static final String AT = "/administration/services";

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Offices offices;
    @Autowired Closures closures;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;

    private final String id = "zz-page-" + UUID.randomUUID();

    Account administrator;

    @BeforeEach
    void someone() {
        clock.set(SettableClock.START);
        administrator = requests.staff("administrator", Scope.HOUSE);
    }

    /// Each test has its own, and leaves no rival to the next.
    @AfterEach
    void ended() {
        jdbc.sql(
                        "update office.office set valid_from = '2020-01-01',"
                                + " valid_until = '2020-01-01' where id = :id")
                .param("id", id)
                .update();
    }

    @Test
    void services_are_listed_by_kind_and_by_region() {
        assertThat(read(AT)).contains("Préfecture de Paris").doesNotContain("Urssaf d’Île");
        assertThat(read(AT + "?nature=DRAC&region=11"))
                .contains("drac-ile-de-france")
                .doesNotContain("drac-bretagne");
        assertThat(read(AT + "?toutes=true&region=94"))
                .contains("prefecture-2a", "drac-corse", "urssaf-corse", "ofii-nice");
    }

    @Test
    void a_service_is_created_once_it_was_shown_what_it_moves() {
        MvcTestResult shown = create("");
        assertThat(shown).hasStatusOk();
        assertThat(body(shown)).contains("Aucun brouillon ne viendra à ce service");
        assertThat(offices.office(id)).isEmpty();

        assertThat(create("corriger")).hasStatusOk();
        assertThat(offices.office(id)).isEmpty();
        assertThat(create("confirmer")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(offices.office(id)).map(Office::name).contains("Plateforme d’essai");
        assertThat(body(create("confirmer"))).contains("celui d’un autre service");
    }

    @Test
    void what_is_wrong_is_told_beside_its_field_and_what_was_typed_is_kept() {
        MvcTestResult wrong =
                mvc.post()
                        .uri(AT)
                        .with(SignedIn.as(administrator))
                        .with(csrf())
                        .param("nom", "Service <sans> le reste")
                        .param("courriel", "pas une adresse")
                        .param("pays", "SN zz-top")
                        .exchange();
        assertThat(wrong).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(wrong))
                .contains(
                        "value=\"Service &lt;sans> le reste\"",
                        "Écrivez une adresse électronique",
                        "Écrivez des codes de pays",
                        "value=\"SN zz-top\"",
                        "href=\"#siege\"");
    }

    @Test
    void a_territory_has_one_service_of_a_kind() {
        MvcTestResult rival = send(AT, "PREFECTURE", "75", "confirmer", 0);
        assertThat(rival).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(rival)).contains("déjà compétent pour une partie de ce territoire");
    }

    @Test
    void a_change_is_told_in_its_journal_and_made_on_what_was_read_alone() {
        create("confirmer");
        String edit = AT + "/" + id + "/modification";
        assertThat(read(edit)).contains("value=\"Plateforme d’essai\"");
        assertThat(send(edit, "", "", "confirmer", 0)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(body(send(edit, "", "", "confirmer", 0))).contains("entre-temps");

        assertThat(send(edit, "", "971", "confirmer", 1)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(read(AT + "/" + id))
                .contains("Service créé", "Service modifié", "<ins>971</ins>", "Claire Vidal");
    }

    @Test
    void closing_shows_what_it_moves_then_is_done_and_can_be_taken_back_until_its_day() {
        create("confirmer");
        String close = AT + "/" + id + "/fermeture";
        assertThat(body(closing(close, "2026-12-31", "", "prefecture-75")))
                .contains("Choisissez un successeur de la liste", "value=\"2026-12-31\"");
        assertThat(body(closing(close, "2026-11-01", "", "plateforme-bethune")))
                .contains("hier au plus tôt");

        assertThat(body(closing(close, "2026-12-31", "", "plateforme-bethune")))
                .contains("Pour : Plateforme interrégionale", "Brouillons : 0");
        assertThat(closures.of(id)).isEmpty();
        assertThat(closing(close, "2026-12-31", "confirmer", "plateforme-bethune"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(read(AT + "/" + id)).contains("Ferme bientôt", "Annuler la fermeture");
        assertThat(closing(close, "2026-12-31", "confirmer", "plateforme-bethune"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);

        assertThat(
                        mvc.post()
                                .uri(close + "/annulation")
                                .with(SignedIn.as(administrator))
                                .with(csrf()))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(read(AT + "/" + id)).contains("Fermeture annulée").doesNotContain("Ferme bie");
    }

    private MvcTestResult create(String step) {
        return send(AT, "PLATFORM", "", step, 0);
    }

    private MvcTestResult send(String to, String kind, String territory, String step, int rev) {
        return mvc.post()
                .uri(to)
                .with(SignedIn.as(administrator))
                .with(csrf())
                .param("identifiant", id)
                .param("nature", kind)
                .param("nom", "Plateforme d’essai")
                .param("adresse", "1 rue de l’Essai, Pointe-à-Pitre")
                .param("courriel", "essai@plateforme.example")
                .param("telephone", "01 99 00 00 00")
                .param("horaires", "du lundi au vendredi")
                .param("siege", "971")
                .param("territoire", territory.isEmpty() ? "972" : territory)
                .param(
                        "demarches",
                        kind.equals("PREFECTURE")
                                ? new String[0]
                                : new String[] {"etudiant-emploi"})
                .param("fermes", "2026-12-24 2026-12-31")
                .param("du", "2026-01-01")
                .param("revision", String.valueOf(rev))
                .param("etape", step)
                .exchange();
    }

    private MvcTestResult closing(String to, String last, String step, String successor) {
        return mvc.post()
                .uri(to)
                .with(SignedIn.as(administrator))
                .with(csrf())
                .param("dernier", last)
                .param("successeur", successor)
                .param("etape", step)
                .exchange();
    }

    private String read(String path) {
        return body(mvc.get().uri(path).with(SignedIn.as(administrator)).exchange());
    }
}
