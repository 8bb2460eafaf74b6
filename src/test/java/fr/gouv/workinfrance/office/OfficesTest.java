package fr.gouv.workinfrance.office;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.reference.Countries;
import fr.gouv.workinfrance.reference.Department;
import fr.gouv.workinfrance.reference.Territories;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Which service is competent where, and who works there, on a real database.
@WifTest
class OfficesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String PROCEDURE = "etudiant-emploi";

    @Autowired Offices offices;
    @Autowired Accounts accounts;
    @Autowired Grants grants;
    @Autowired Territories territories;
    @Autowired Countries countries;

    @Test
    void each_departement_has_one_prefecture_which_sits_in_it() {
        List<Department> departments = territories.departments();
        assertThat(departments).hasSizeGreaterThanOrEqualTo(101);
        for (Department department : departments) {
            String code = department.code();
            assertThat(
                            offices.all().stream()
                                    .filter(office -> office.kind() == OfficeKind.PREFECTURE)
                                    .filter(
                                            office ->
                                                    office.covers(
                                                            place(department), PROCEDURE, TODAY)))
                    .as(code)
                    .singleElement()
                    .satisfies(office -> assertThat(office.seat()).isEqualTo(code));
            assertThat(covering(OfficeKind.PREFECTURE, department))
                    .as(code)
                    .map(Office::id)
                    .contains("prefecture-" + code.toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void prefectures_are_in_the_order_of_what_they_are_named_after() {
        assertThat(
                        offices.all().stream()
                                .filter(office -> office.kind() == OfficeKind.PREFECTURE)
                                .map(Office::name))
                .noneMatch(name -> name.contains("'"))
                .containsSubsequence(
                        "Préfecture de l’Ain",
                        "Préfecture d’Eure-et-Loir",
                        "Préfecture du Finistère",
                        "Préfecture des Hauts-de-Seine",
                        "Préfecture de l’Hérault",
                        "Préfecture d’Ille-et-Vilaine",
                        "Préfecture de Paris",
                        "Préfecture de La Réunion",
                        "Préfecture du Val-d’Oise",
                        "Préfecture des Vosges");
    }

    @ParameterizedTest
    @CsvSource({"75, 2021-03-31, false", "75, 2021-04-01, true", "99, 2026-11-23, false"})
    void a_prefecture_is_competent_where_and_when_the_law_says(
            String department, LocalDate on, boolean competent) {
        assertThat(
                        offices.covering(
                                        OfficeKind.PREFECTURE,
                                        new Place.InDepartment(department),
                                        PROCEDURE,
                                        on)
                                .isPresent())
                .isEqualTo(competent);
    }

    @Test
    void an_office_can_be_named_and_reached_as_the_acknowledgment_must_tell() {
        assertThat(offices.all())
                .allSatisfy(
                        office -> {
                            assertThat(office.name()).isNotBlank();
                            assertThat(office.email()).isNotBlank();
                            assertThat(office.phone()).isNotBlank();
                        });
    }

    @Test
    void members_are_those_whose_grant_runs() {
        Account anne = accounts.create("anne-" + UUID.randomUUID() + "@exemple.fr", "fr");
        Scope lozere = new Scope("office", "prefecture-48");
        var grant =
                grants.give(
                        anne.id(),
                        "caseworker",
                        lozere,
                        SettableClock.START.minusSeconds(60),
                        null,
                        Actor.system("test"));
        assertThat(offices.members("prefecture-48", "caseworker"))
                .extracting(Account::id)
                .contains(anne.id());
        assertThat(offices.members("prefecture-48", "signatory"))
                .extracting(Account::id)
                .doesNotContain(anne.id());
        assertThat(offices.of(anne, "caseworker"))
                .extracting(Office::id)
                .containsExactly("prefecture-48");
        assertThat(offices.of(anne, "signatory")).isEmpty();

        grants.end(grant.id(), SettableClock.START.minusSeconds(30), Actor.system("test"));
        assertThat(offices.members("prefecture-48", "caseworker"))
                .extracting(Account::id)
                .doesNotContain(anne.id());
        assertThat(offices.of(anne, "caseworker")).isEmpty();
    }

    @Test
    void an_office_that_is_not_is_not_found() {
        assertThat(offices.office("prefecture-75")).isPresent();
        assertThat(offices.office("prefecture-99")).isEmpty();
    }

    @Test
    void the_platform_covers_four_regions_and_no_other() {
        assertThat(
                        territories.departments().stream()
                                .filter(in -> covering(OfficeKind.PLATFORM, in).isPresent())
                                .map(Department::region))
                .hasSize(24)
                .containsOnly("Bretagne", "Normandie", "Hauts-de-France", "Grand Est");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"PLATFORM", "CONSULATE"},
            mode = EnumSource.Mode.EXCLUDE)
    void each_departement_has_one_service_of_each_other_kind(OfficeKind kind) {
        assertThat(territories.departments())
                .allSatisfy(
                        in ->
                                assertThat(
                                                offices.all().stream()
                                                        .filter(office -> office.kind() == kind)
                                                        .filter(
                                                                office ->
                                                                        office.covers(
                                                                                place(in),
                                                                                PROCEDURE, TODAY)))
                                        .hasSize(1)
                                        .containsExactly(covering(kind, in).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({
        "DRAC, 2B, drac-corse",
        "DRAC, 974, drac-la-reunion",
        "OFII, 35, ofii-rennes",
        "OFII, 57, ofii-metz",
        "LABOUR_INSPECTORATE, 28, inspection-travail-28",
        "FRANCE_TRAVAIL, 21, france-travail-bourgogne-franche-comte",
        "URSSAF, 976, urssaf-mayotte",
        "MINISTRY, 75, ministere-immigration",
    })
    void a_departement_has_the_services_of_its_region(
            OfficeKind kind, String department, String office) {
        assertThat(offices.covering(kind, new Place.InDepartment(department), PROCEDURE, TODAY))
                .map(Office::id)
                .contains(office);
    }

    @ParameterizedTest
    @CsvSource({"SN, consulat-dakar", "GM, consulat-dakar", "MN, visas", "ZZ, visas"})
    void each_country_has_its_consulate_or_the_service_for_all_others(
            String country, String office) {
        assertThat(
                        offices.covering(
                                OfficeKind.CONSULATE, new Place.Abroad(country), PROCEDURE, TODAY))
                .map(Office::id)
                .contains(office);
    }

    @Test
    void no_country_has_two_consulates_and_all_that_they_cover_are_countries() {
        List<String> covered =
                offices.all().stream()
                        .flatMap(office -> office.territory().countries().stream())
                        .toList();
        assertThat(covered).doesNotHaveDuplicates().hasSizeGreaterThan(15);
        assertThat(covered).allSatisfy(code -> assertThat(countries.country(code)).isPresent());
    }

    @Test
    void a_prefecture_is_not_competent_for_what_is_the_same_wherever_it_is() {
        assertThat(offices.covering(OfficeKind.PREFECTURE, new Place.Anywhere(), PROCEDURE, TODAY))
                .isEmpty();
        assertThat(offices.covering(OfficeKind.MINISTRY, new Place.Anywhere(), PROCEDURE, TODAY))
                .map(Office::id)
                .contains("ministere-immigration");
    }

    private Optional<Office> covering(OfficeKind kind, Department in) {
        return offices.covering(kind, place(in), PROCEDURE, TODAY);
    }

    private static Place place(Department department) {
        return new Place.InDepartment(department.code());
    }
}
