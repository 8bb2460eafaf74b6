package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.reference.online.OnlineDouble;
import fr.gouv.workinfrance.reference.online.OnlineDouble.Day;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.io.UnsupportedEncodingException;
import java.util.Arrays;

/// The employer found in the register, without JavaScript, and the form when the register is away.
@WifTest
class RegisterPagesTest {

    private static final String BAKERY = "732 829 320 00074";

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired OnlineDouble online;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired SessionRepository<?> sessions;

    private Account employer;
    private Dossier draft;
    private String form;

    @BeforeEach
    void a_request_with_nothing_in_it() {
        clock.set(SettableClock.START);
        online.fresh(jdbc);
        employer = requests.someone("employeur");
        draft = requests.empty(employer);
        form = "/dossiers/" + draft.reference() + "/formulaire/employer";
    }

    @AfterEach
    void a_good_day_again() {
        online.on(Day.RIGHT);
    }

    @Test
    void a_siret_fills_what_the_register_knows_and_nothing_that_was_answered() {
        assertThat(find("employer_siret", BAKERY, "employer_name", "Chez Camille")).hasStatus(303);

        assertThat(answer("employer_name")).isEqualTo("Chez Camille");
        assertThat(answer("establishment_address")).isEqualTo("12 RUE DES LICES");
        assertThat(answer("establishment_postcode")).isEqualTo("75011");
        assertThat(answer("establishment_city")).isEqualTo("Paris");
        assertThat(answer("employer_activity")).startsWith("Boulangerie");
        assertThat(page())
                .contains("Trouvé au registre le 23 novembre 2026")
                .contains("20 à 49 salariés")
                .contains("Reprendre celle du registre")
                .contains("Paris (75)")
                .doesNotContain("id=\"establishment_department\"");
    }

    @Test
    void the_register_s_answer_replaces_one_s_own_when_one_chooses_it() {
        find("employer_siret", BAKERY, "employer_name", "Chez Camille");
        assertThat(send("reprendre", "employer_name")).hasStatus(303);
        assertThat(answer("employer_name")).isEqualTo("BOULANGERIE DES LICES");
    }

    @Test
    void a_closed_establishment_is_warned_of_and_blocks_nothing() {
        find("employer_siret", "088 123 450 00012");
        assertThat(page()).contains("Cet établissement est fermé d’après le registre");
        assertThat(answer("employer_name")).isEqualTo("FOURNIL DU MARCHE");
    }

    @Test
    void
            what_was_found_is_kept_with_the_request_and_a_closed_establishment_is_told_before_deposit() {
        String check = "/dossiers/" + draft.reference() + "/recapitulatif";
        find("employer_siret", "088 123 450 00012");
        online.on(Day.BROKEN);
        assertThat(get(check))
                .contains(
                        "D’après le registre, consulté le 23 novembre 2026, l’établissement de"
                                + " l’employeur est fermé")
                .contains("/formulaire/employer#employer_siret");
        assertThat(online.asked()).as("nothing is asked to show the page").isEmpty();

        send("employer_siret", BAKERY);
        assertThat(get(check)).as("of another establishment").doesNotContain("D’après le registre");
    }

    @Test
    void the_caseworker_reads_what_the_register_said_and_when() {
        find("employer_siret", BAKERY);
        Dossier deposited = requests.deposit(requests.fill(draft, employer), employer);
        Dossier without = requests.deposited(requests.someone("autre"));
        employer = requests.staff("caseworker", Requests.PREFECTURE);
        assertThat(get("/instruction/dossiers/" + deposited.reference()))
                .contains("Vérifié au registre le 23 novembre 2026")
                .contains("20 à 49 salariés")
                .contains("10.71C – Boulangerie")
                .doesNotContain("Fermé d’après le registre");
        assertThat(get("/instruction/dossiers/" + without.reference()))
                .contains("Le registre n’a pas été consulté pour cet employeur");
    }

    @Test
    void with_the_register_away_the_form_says_so_and_works_by_hand() throws Exception {
        online.on(Day.BROKEN);
        var answered = find("employer_siret", BAKERY, "employer_name", "Chez Camille");
        assertThat(answered).hasStatusOk();
        assertThat(answered.getResponse().getContentAsString())
                .contains("Le registre des entreprises ne répond pas pour le moment");
        assertThat(answer("employer_name")).isEqualTo("Chez Camille");
    }

    @Test
    void one_that_is_not_known_or_not_shown_is_said_to_be_so() throws Exception {
        assertThat(find("employer_siret", "088 567 896 00019").getResponse().getContentAsString())
                .contains("ne connaît pas ce SIRET");
        assertThat(send("employer_siret", "088 234 562 00028", "trouver", "x"))
                .bodyText()
                .contains("ne soient pas montrées");
    }

    @Test
    void without_the_siret_an_establishment_is_chosen_by_its_name() {
        String search = "/dossiers/" + draft.reference() + "/registre/employer_siret";
        assertThat(send("employer_name", "Boulangerie des Lices", "chercher", "x"))
                .hasRedirectedUrl(search);
        assertThat(get(search + "?nom=boulangerie+des+lices&commune=Paris"))
                .contains("Établissements trouvés : 3")
                .contains("FOURNIL DES LICES");
        assertThat(post(search, "siret", "73282932000074")).hasStatus(303);
        assertThat(answer("employer_siret")).isEqualTo("73282932000074");
        assertThat(answer("establishment_city")).isEqualTo("Paris");
    }

    @Test
    void a_postcode_that_spans_two_departments_asks_which_one() {
        send("establishment_postcode", "48250", "establishment_city", "Nulle-Part");
        assertThat(page()).contains("id=\"establishment_department\"");
        send("establishment_postcode", "48250", "establishment_city", "Luc");
        assertThat(page())
                .contains("Lozère (48)")
                .doesNotContain("id=\"establishment_department\"");
    }

    @Test
    void advice_comes_with_the_answer_that_calls_for_it() {
        String answers = "/dossiers/" + draft.reference() + "/reponses";
        post(answers, "field", "contract_start", "typed", "01/09/2027", "revision", "0");
        assertThat(
                        post(
                                answers,
                                "field",
                                "working_hours",
                                "typed",
                                "39 heures par semaine",
                                "revision",
                                "0"))
                .bodyJson()
                .extractingPath("$.advice.working_hours[0]")
                .asString()
                .contains("dépasse la durée légale");
        assertThat(get("/dossiers/" + draft.reference() + "/formulaire/contract"))
                .contains("dépasse la durée légale");
    }

    @Test
    void what_completes_an_answer_is_not_answered_without_end() {
        assertThat(get("/reference/communes?q=pont-aven")).contains("29930");
        assertThat(get("/reference/metiers?q=boulanger")).contains("Boulanger");
        assertThat(get("/reference/adresses?q=1 place des lices")).contains("35000");
        for (int i = 0; i < 300; i++) {
            get("/reference/communes?q=x");
        }
        assertThat(mvc.get().uri("/reference/communes?q=x").cookie(session()).exchange())
                .hasStatus(429);
    }

    private MvcTestResult find(String... fields) {
        String[] all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "trouver";
        all[fields.length + 1] = "x";
        return send(all);
    }

    private MvcTestResult send(String... fields) {
        return post(form, fields);
    }

    private MvcTestResult post(String to, String... fields) {
        var request = mvc.post().uri(to).cookie(session()).with(csrf());
        Dossier now = dossiers.dossier(draft.id());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
            if (to.equals(form)) {
                request.param(fields[i] + ".revision", "" + now.answers().revision(fields[i]));
            }
        }
        return request.exchange();
    }

    private String page() {
        return get(form);
    }

    private String get(String path) {
        try {
            return mvc.get()
                    .uri(path)
                    .cookie(session())
                    .exchange()
                    .getResponse()
                    .getContentAsString()
                    .replace('\u00a0', ' ');
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private String answer(String field) {
        return dossiers.dossier(draft.id()).answers().of(field).orElseThrow().typed();
    }

    private Cookie session() {
        return SignedIn.session(sessions, employer, clock.instant());
    }
}
