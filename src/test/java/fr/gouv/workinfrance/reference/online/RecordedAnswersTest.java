package fr.gouv.workinfrance.reference.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.reference.Siret;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the State's services really answered one day, served again over HTTP: see
/// `src/test/resources/online/recorded/SOURCE.md`.
@WifTest
class RecordedAnswersTest {

    private static final Siret DEPARTEMENT = new Siret("22760540900019");
    private static final Siret CLOSED = new Siret("75251736700013");

    @Autowired Register register;
    @Autowired Addresses addresses;
    @Autowired OnlineDouble online;
    @Autowired JdbcClient jdbc;
    @Autowired SettableClock clock;

    @BeforeEach
    void nothing_was_asked_yet() {
        clock.set(SettableClock.START);
        online.fresh(jdbc);
    }

    @Test
    void an_open_establishment_asked_by_its_siret_is_read_whole() {
        assertThat(found(DEPARTEMENT))
                .isEqualTo(
                        new Establishment(
                                DEPARTEMENT,
                                "DEPARTEMENT DE LA SEINE MARITIME",
                                "",
                                "HOTEL DU DEPARTEMENT QUAI JEAN MOULIN",
                                "76100",
                                "76540",
                                "Rouen",
                                "84.11Z",
                                "51",
                                true,
                                Establishment.Kind.ADMINISTRATION));
    }

    @Test
    void an_active_company_whose_only_establishment_is_closed_is_read_as_closed() {
        assertThat(found(CLOSED))
                .isEqualTo(
                        new Establishment(
                                CLOSED,
                                "AUTOEXPRESS",
                                "AUTOEXPRESS",
                                "2 AVENUE LOUIS PREVEL",
                                "06000",
                                "06088",
                                "Nice",
                                "45.11Z",
                                "",
                                false,
                                Establishment.Kind.COMPANY));
    }

    @Test
    void a_company_asked_by_its_name_is_proposed_with_each_establishment_that_matches() {
        assertThat(register.search("Carrefour Banque", ""))
                .isInstanceOfSatisfying(
                        RegisterSearch.Listed.class,
                        listed ->
                                assertThat(listed.establishments())
                                        .extracting(
                                                Establishment::name,
                                                Establishment::street,
                                                Establishment::town,
                                                Establishment::headcount,
                                                Establishment::open)
                                        .contains(
                                                tuple(
                                                        "CARREFOUR BANQUE",
                                                        "13 QUAI DE LA MARNE",
                                                        "Épernay",
                                                        "01",
                                                        true),
                                                tuple(
                                                        "CARREFOUR BANQUE",
                                                        "CENTRE COMMERCIAL RTE DE MAILLOT",
                                                        "Sens",
                                                        "",
                                                        true))
                                        .hasSizeBetween(4, 5));
    }

    @Test
    void a_siret_that_nothing_bears_is_unknown() {
        assertThat(register.find(new Siret("08856789600019")))
                .isEqualTo(new RegisterAnswer.Unknown());
    }

    @Test
    void an_address_begun_is_completed_in_the_order_of_the_base_and_no_further_than_eight() {
        assertThat(addresses.complete("8 La Bodini", ""))
                .isInstanceOfSatisfying(
                        AddressAnswer.Proposed.class,
                        proposed ->
                                assertThat(proposed.addresses())
                                        .hasSize(8)
                                        .startsWith(
                                                new PostalAddress(
                                                        "8 la bodinière 85260 Montréverd",
                                                        "8 la bodinière",
                                                        "85260",
                                                        "85197",
                                                        "Montréverd"))
                                        .contains(
                                                new PostalAddress(
                                                        "la bodinière 85600 Montaigu-Vendée",
                                                        "la bodinière",
                                                        "85600",
                                                        "85146",
                                                        "Montaigu-Vendée")));
    }

    @Test
    void an_address_that_is_none_finds_nothing() {
        assertThat(addresses.complete("je recherche pas grand chose", ""))
                .isInstanceOfSatisfying(
                        AddressAnswer.Proposed.class,
                        proposed -> assertThat(proposed.addresses()).isEmpty());
    }

    private Establishment found(Siret siret) {
        return ((RegisterAnswer.Found) register.find(siret)).establishment();
    }
}
