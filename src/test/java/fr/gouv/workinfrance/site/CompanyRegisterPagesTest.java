package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.gouv.workinfrance.Companies;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.employer.Claims;
import fr.gouv.workinfrance.employer.Employer;
import fr.gouv.workinfrance.reference.online.OnlineDouble;
import fr.gouv.workinfrance.reference.online.OnlineDouble.Day;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The register helps to name a company and its establishments, and nothing waits for it.
@WifTest
class CompanyRegisterPagesTest {

    private static final String CLAIM = "/entreprise/rattachements";
    private static final String DEPARTEMENT = "227 605 409 00019";

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Companies companies;
    @Autowired Claims claims;
    @Autowired OnlineDouble online;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired SessionRepository<?> sessions;

    private Account person;

    @BeforeEach
    void someone() {
        clock.set(SettableClock.START);
        online.fresh(jdbc);
        person = requests.someone("personne");
    }

    @AfterEach
    void a_good_day_again() {
        online.on(Day.RIGHT);
    }

    @Test
    void a_siret_finds_the_name_and_the_address_and_keeps_what_was_typed() {
        assertThat(post(CLAIM, "siret", DEPARTEMENT, "trouver", "oui"))
                .hasStatusOk()
                .bodyText()
                .contains("Trouvé au registre le 23 novembre 2026")
                .contains("value=\"DEPARTEMENT DE LA SEINE MARITIME\"")
                .contains("HOTEL DU DEPARTEMENT QUAI JEAN MOULIN, 76100 Rouen")
                .contains("value=\"76100\"");
        assertThat(post(CLAIM, "siret", DEPARTEMENT, "name", "Le Département", "trouver", "oui"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"Le Département\"");
    }

    @Test
    void what_the_register_said_says_which_service_reads_the_proof() {
        post(CLAIM, "siret", DEPARTEMENT, "trouver", "oui");
        assertThat(post(CLAIM, "siret", DEPARTEMENT, "name", "Le Département")).hasStatus(303);
        assertThat(claims.of(person).getFirst().department()).isEqualTo("76");
    }

    @Test
    void with_the_register_away_the_claim_is_made_by_hand() {
        online.on(Day.BROKEN);
        assertThat(post(CLAIM, "siret", DEPARTEMENT, "trouver", "oui"))
                .hasStatusOk()
                .bodyText()
                .contains("Le registre des entreprises ne répond pas pour le moment");
        assertThat(post(CLAIM, "siret", DEPARTEMENT, "name", "Ici", "postcode", "7600"))
                .hasStatus(422)
                .bodyText()
                .contains("<title>Erreur – ")
                .contains("Un code postal français a 5 chiffres");
        assertThat(post(CLAIM, "siret", DEPARTEMENT, "name", "Ici", "postcode", "76100"))
                .hasStatus(303);
        assertThat(claims.of(person).getFirst().department()).isEqualTo("76");

        String other = Companies.siret().value();
        assertThat(post(CLAIM, "siret", other, "name", "Ici")).hasStatus(303);
        assertThat(claims.of(person))
                .filteredOn(claim -> claim.siret().value().equals(other))
                .singleElement()
                .satisfies(claim -> assertThat(claim.department()).isNull());
    }

    @Test
    void a_closed_establishment_is_warned_of() {
        assertThat(post(CLAIM, "siret", "752 517 367 00013", "trouver", "oui"))
                .bodyText()
                .contains("Cet établissement est fermé d’après le registre");
    }

    @Test
    void an_establishment_of_the_company_is_named_after_the_register_and_added_without_it() {
        Employer company = companies.open(person, 2);
        String at = "/entreprise/" + company.siren() + "/etablissements";
        String siret = company.establishments().getFirst().siret().value();

        assertThat(post(at, "siret", siret, "trouver", "oui"))
                .hasStatusOk()
                .bodyText()
                .contains("Le registre public ne connaît pas ce SIRET");
        assertThat(post(at, "siret", DEPARTEMENT, "trouver", "oui"))
                .as("of another company")
                .hasStatus(422);
        online.on(Day.REFUSED);
        String other = company.establishments().getLast().siret().value();
        assertThat(post(at, "siret", other, "name", "Atelier", "trouver", "oui"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"Atelier\"")
                .contains("ne répond pas pour le moment");
        assertThat(post(at, "siret", siret, "name", "Atelier")).hasStatus(303);
    }

    private MvcTestResult post(String to, String... fields) {
        var request =
                mvc.post()
                        .uri(to)
                        .cookie(SignedIn.session(sessions, person, clock.instant()))
                        .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
